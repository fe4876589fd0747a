import { expect, it } from "vitest";
import { alreadyIn, withoutSourceList } from "./in-text.ts";

const report =
  "Velorum costs 4,900 euros [1].\n\n## Comparison\n\n| | Price |\n|---|---|\n| Velorum | 4,900 |\n\n![Prices](/files/a)\n\n## Sources\n\n1. Source material\n";

it("knows what the text shows", () => {
  const shown = alreadyIn(report);
  expect(shown.comparison([{ name: "Velorum" }])).toBe(true);
  expect(shown.comparison([{ name: "Velorum" }, { name: "Packrad" }])).toBe(false);
  expect([shown.chart("/files/a"), shown.chart("/files/b")]).toEqual([true, false]);
  expect(shown.claims([{ text: "Velorum costs 4,900 euros.", citation: 1 }])).toBe(true);
  expect(shown.claims([{ text: "Packrad is slow.", citation: 1 }])).toBe(false);
});

it("leaves out a last section that only names the sources", () => {
  expect(withoutSourceList(report, ["Source material"])).not.toContain("## Sources");
  expect(withoutSourceList(report, ["Another"])).toBe(report);
  expect(withoutSourceList(report.replace("1. ", "See "), ["Source material"])).toContain("## Sources");
  expect(withoutSourceList("No headings", ["Source material"])).toBe("No headings");
});
