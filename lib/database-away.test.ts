import { expect, it } from "vitest";
import { isDatabaseAway } from "./database-away.ts";

const withCode = (code: string) => new Error("outer", { cause: Object.assign(new Error("inner"), { code }) });

// 08P01 is what PgBouncer says while it cannot log in to a server that starts again.
it.each([
  "57P01",
  "57P03",
  "08006",
  "08P01",
  "53300",
  "53100",
  "25006",
  "CONNECTION_CLOSED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
])("takes %s for a database that is away", (code) => expect(isDatabaseAway(withCode(code))).toBe(true));

it.each(["23505", "22P05", "42P01", "57014", "40001"])("takes %s for one that is there and refuses", (code) =>
  expect(isDatabaseAway(withCode(code))).toBe(false),
);

it("finds no code in what is no error", () => {
  expect(isDatabaseAway({ code: "57P01" })).toBe(false);
  expect(isDatabaseAway(new Error("57P01"))).toBe(false);
});
