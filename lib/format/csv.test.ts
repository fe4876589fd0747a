import { expect, it } from "vitest";
import { csvCell, csvLine } from "./csv.ts";

it.each(["=1+1", "+1 now", "-cmd", "@sum", "\tx", "\rx"])("makes %j harmless", (text) => {
  expect(csvCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
});

it("leaves numbers as they are", () => {
  expect(csvLine([-1.5, "-2", 0, true, null, undefined])).toBe("-1.5,-2,0,true,,\r\n");
});

it("quotes what separates, and doubles quotes", () => {
  expect(csvLine(["a,b", 'say "no"', "two\nlines"])).toBe('"a,b","say ""no""","two\nlines"\r\n');
});
