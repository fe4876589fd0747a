import { expect, it } from "vitest";
import { readEventId, toEventId } from "#lib/http/task-events.ts";

it("reads the ids that streams give out", () => {
  const position = { xid: 748, id: 12 };
  expect(readEventId(toEventId(position), "after")).toEqual(position);
  expect(readEventId(" 748-12 ", "after")).toEqual(position);
  for (const absent of [null, undefined, ""]) expect(readEventId(absent, "after")).toBeNull();
});

it.each(["12", "-1-2", "1-2-3", "a-b", "1.5-2", "9999999999999999-1", "1-", "0x1-2", "1-2\n3-4"])(
  "refuses %j",
  (text) => {
    expect(() => readEventId(text, "after")).toThrow(
      expect.objectContaining({
        code: "VALIDATION_ERROR",
        status: 400,
        details: expect.objectContaining({ field: "after" }),
      }),
    );
  },
);
