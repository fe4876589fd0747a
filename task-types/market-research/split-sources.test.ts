import { expect, it } from "vitest";
import { marketResearch } from "./schema.ts";
import { splitSources } from "./split-sources.ts";

it("tells the publications of one text apart by their names and dates", () => {
  const parts = splitSources(String(marketResearch.example.source_material));
  expect(parts?.map(({ title }) => title)).toEqual([
    "Price list of Velorum, January 2026",
    "Price list of Packrad, February 2026",
    "Report of the Danish cyclists' union, 2025",
    "Source material",
  ]);
  expect(parts?.[0]?.text).toMatch(/^The Velorum Haul costs/);
  expect(parts?.[3]?.text).toMatch(/^From 2027 the city of Aarhus/);
});

it("lets a publication go on in its next paragraphs", () => {
  const parts = splitSources(
    "Report of Ryde, 2025: It grew.\n\nA ride costs 10 kroner.\n\nVoi press release, 2026: It fell.",
  );
  expect(parts?.map(({ text }) => text)).toEqual(["It grew.\nA ride costs 10 kroner.", "It fell."]);
});

it("leaves a text that is one source as it is", () => {
  expect(
    splitSources("In 2025 the city decided: no cars. In 2026 it went on.\nOpening hours 2026: 9 to 5."),
  ).toBeNull();
  expect(splitSources("[00:00:04] DANA: We have 2025 clinics.\n[00:01:04] TOMAS: In 2026 we move.")).toBeNull();
});
