import { expect, it } from "vitest";
import { readEventId } from "#lib/http/task-events.ts";

it("reads the ids that streams give out", () => {
  expect(readEventId("748-12")).toEqual({ xid: 748, id: 12 });
  expect(readEventId(" 748-12 ")).toEqual({ xid: 748, id: 12 });
  for (const absent of [null, ""]) expect(readEventId(absent)).toBeNull();
});

it.each(["12", "-1-2", "1-2-3", "a-b", "1.5-2", "9999999999999999-1", "1-", "0x1-2", "1-2\n3-4"])(
  "refuses %j",
  (text) => {
    expect(() => readEventId(text)).toThrow(expect.objectContaining({ code: "VALIDATION_ERROR", status: 400 }));
  },
);
