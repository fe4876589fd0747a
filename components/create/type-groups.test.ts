import { expect, it } from "vitest";
import { groupTypes, typeGroups } from "./type-groups.ts";

it("names each of the eighteen types once", () => {
  const named = typeGroups.flatMap(({ types }) => types);
  expect([named.length, new Set(named).size]).toEqual([18, 18]);
});

it("leaves out empty groups and keeps types that no group names", () => {
  const groups = groupTypes([{ name: "quiz" }, { name: "new_type" }]);
  expect(groups.map(({ label }) => label)).toEqual(["Learn", "Other"]);
});
