import { expect, it } from "vitest";
import { takeStream } from "#app/_server/open-streams.ts";

it("a credential has a bounded number of open streams, of its own, and gets a place back once for each that ends", () => {
  const ana = { type: "key" as const, id: "ana" };
  const first = takeStream(ana, 2);
  takeStream(ana, 2);
  const refused = { code: "RATE_LIMITED", headers: { "retry-after": "30" } };
  expect(() => takeStream(ana, 2)).toThrow(expect.objectContaining(refused));
  takeStream({ type: "user", id: "ana" }, 2);
  first();
  first();
  takeStream(ana, 2);
  expect(() => takeStream(ana, 2)).toThrow(expect.objectContaining(refused));
});
