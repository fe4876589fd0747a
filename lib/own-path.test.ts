import { expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

it("keeps a path of the hub, with its query", () => {
  expect(ownPath("/review?task=a%2Fb&view=diff#source-1")).toBe("/review?task=a%2Fb&view=diff#source-1");
  expect(ownPath("/")).toBe("/");
});

it("leads nowhere else", () => {
  const ways = ["//evil.example", "/\\evil.example", "/\t/evil.example", "/\n//evil.example", "https://evil.example"];
  for (const way of [...ways, "javascript:alert(1)", "review", "", null, undefined]) expect(ownPath(way)).toBe("/");
});
