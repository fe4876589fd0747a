import { expect, test } from "vitest";
import { servedBy } from "./describe-uses.ts";

test("a built-in model is listed with the work that it knows and no other of its kind", () => {
  expect(servedBy("builtin/designer", "image")).toEqual([
    { task_type: "concept_generation", phases: ["design"] },
    { task_type: "concept_refinement", phases: ["design"] },
  ]);
  expect(servedBy("builtin/designer", "text")).toEqual([{ task_type: "concept_generation", phases: ["palettes"] }]);
  const painted = servedBy("builtin/painter", "image").map(({ task_type }) => task_type);
  expect(painted).toContain("image_generation");
  expect(painted).not.toContain("concept_generation");
  expect(servedBy("builtin/writer", "image")).toEqual([]);
});
