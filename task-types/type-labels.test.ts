import { expect, it } from "vitest";
import { typeLabel } from "#lib/format/type-label.ts";
import { taskTypes } from "./schemas.ts";

it("calls each type on the screens what its schema calls it", () => {
  const types = Object.values(taskTypes);
  expect(types.map(({ name }) => typeLabel(name))).toEqual(types.map(({ label }) => label));
});
