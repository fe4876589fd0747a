import { expect, test } from "vitest";
import { flowchartOf } from "./draw-diagram.ts";
import { stepsOf } from "./steps.ts";

test.each([
  [
    "At night the process stops, because there is no light, and the plant breathes like an animal does.",
    ["At night the process stops, because there is no light", "The plant breathes like an animal does"],
  ],
  [
    "The hydrogen joins carbon dioxide from the air to make sugar, so that the plant has food to grow.",
    ["The hydrogen joins carbon dioxide from the air to make sugar, so that the plant has food to grow"],
  ],
  [
    "The lock fills until the levels match; then the gates open.",
    ["The lock fills until the levels match", "The gates open"],
  ],
])("a reason or a purpose stays with its step: %s", (text, steps) => {
  expect(stepsOf(text, "en")).toEqual(steps);
});

test("German keeps its word order", () => {
  expect(
    stepsOf("Das Tor schließt sich, und Wasser strömt in die Kammer. Dann öffnen sich die Schützen.", "de"),
  ).toEqual(["Das Tor schließt sich", "Wasser strömt in die Kammer", "Dann öffnen sich die Schützen"]);
});

test("a word that is longer than its box is broken", () => {
  const source = flowchartOf(["Donaudampfschifffahrtsgesellschaftskapitäne fahren", "Sie legen an"]);
  for (const row of source.match(/"[^"]+"/g)?.flatMap((label) => label.replaceAll('"', "").split("<br/>")) ?? []) {
    expect(row.length).toBeLessThanOrEqual(32);
  }
});
