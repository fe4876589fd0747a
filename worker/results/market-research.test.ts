import { describe, expect, it } from "vitest";
import type * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import type { marketResearch } from "#task-types/market-research/schema.ts";
import { type PipelineWorld, runPipeline } from "#worker/testing-pipeline.ts";

const source_material =
  "Demand for cargo bicycles in Danish cities grew by 18 % in 2025. A Velorum costs 38,000 kroner and carries 100 kg. A Packrad costs 29,500 kroner and carries 80 kg. Velorum leads the market with 41 % of sales. Packrad buyers complain about slow delivery of spare parts. The city of Aarhus plans 12 new loading lanes for bicycles by 2027. Velorum goes 70 kilometres on one charge. Cheaper imports compete with both makers since spring.";
const page =
  "Packrad goes 55 kilometres on one charge, a test of the consumer council found. The council tested six bicycles over four weeks.";
const address = "https://council.example/test";
const files = {
  [address]: {
    name: "Consumer test",
    contentType: "text/html",
    charset: "utf-8",
    bytes: new TextEncoder().encode(page),
  },
};
const competitors = ["Velorum", "Packrad"];
const questions = ["What do they cost?", "How far do they go on one charge?", "Who owns the makers?"];

async function research(fields: JsonObject, world: PipelineWorld = {}) {
  const topic = "Cargo bicycles for deliveries in cities";
  const outcome = await runPipeline(
    { task_type: "market_research", topic, competitors, region: "Denmark", questions, ...fields },
    world,
  );
  return { ...outcome, result: outcome.result as unknown as z.output<typeof marketResearch.result> };
}

it("names the publication behind each statement, and lets it speak for whom it is about", async () => {
  const { result } = await runPipeline({
    ...{ task_type: "market_research", topic: "E-scooter rental in Oslo", competitors: ["Ryde", "Voi"] },
    questions: ["What does a ride cost?", "How many scooters do they run?"],
    source_material:
      "Annual report of Ryde, 2025: Ryde operates 3,200 scooters in Oslo. A ride costs 10 kroner to unlock.\nVoi press release, 12 January 2026: Voi has 2,900 scooters in Oslo. A ride costs 3.90 kroner per minute.\nCity of Oslo, decision of 20 February 2026: Fines of 300 kroner go to the operator.",
  });
  const report = result as unknown as z.output<typeof marketResearch.result>;
  expect(report.citations.map(({ title }) => title)).toEqual([
    "Annual report of Ryde, 2025",
    "Voi press release, 12 January 2026",
    "City of Oslo, decision of 20 February 2026",
  ]);
  const cells = report.comparison.rows.map(({ cells }) => cells.map((cell) => [cell?.text, cell?.citation]));
  expect(cells).toEqual([
    [
      ["A ride costs 10 kroner to unlock.", 1],
      ["Ryde operates 3,200 scooters in Oslo.", 1],
    ],
    [
      ["A ride costs 3.90 kroner per minute.", 2],
      ["Voi has 2,900 scooters in Oslo.", 2],
    ],
  ]);
  expect(report.swot.threats).toEqual([{ text: "Fines of 300 kroner go to the operator.", citation: 3 }]);
});

it("sorts and labels a German report in German", async () => {
  const { result, content } = await runPipeline({
    ...{ task_type: "market_research", topic: "Seewärme in Lindau", language: "German" },
    questions: ["Was kostet der Anschluss?"],
    source_material:
      "Der Anschluss kostet einmalig 4.800 Euro. Grund für die Mehrkosten waren die gestiegenen Preise für Rohre. Ein zweiter Bauabschnitt bis 2030 soll weitere 900 Haushalte anschließen. Die Kundinnen sparen im Jahr 5.200 Tonnen Kohlendioxid.",
  });
  const { swot } = result as unknown as z.output<typeof marketResearch.result>;
  expect(swot.weaknesses[0]?.text).toContain("Mehrkosten");
  expect(swot.opportunities[0]?.text).toContain("Bauabschnitt");
  expect(swot.strengths[0]?.text).toContain("sparen");
  expect(content).toMatch(/## Fragen[\s\S]*4\.800 Euro[\s\S]*## Stärken, Schwächen[\s\S]*Die Quellen nennen keine/);
});

describe("a market report from the built-in analyst", () => {
  it("compares, answers and sorts, with the source of each statement", async () => {
    const {
      result,
      content,
      files: stored,
      degraded,
    } = await research({ source_material, reference_urls: [address] }, { files });
    const { comparison, swot, citations, charts } = result;
    expect(comparison.columns).toEqual(questions);
    expect(comparison.rows.map(({ name, cells }) => [name, cells.map((cell) => cell?.text ?? null)])).toEqual([
      [
        "Velorum",
        ["A Velorum costs 38,000 kroner and carries 100 kg.", "Velorum goes 70 kilometres on one charge.", null],
      ],
      [
        "Packrad",
        [
          "A Packrad costs 29,500 kroner and carries 80 kg.",
          "Packrad goes 55 kilometres on one charge, a test of the consumer council found.",
          null,
        ],
      ],
    ]);
    expect(comparison.rows[1]?.cells[1]?.citation).toBe(2);
    expect(result.questions.map(({ answered }) => answered)).toEqual([true, true, false]);
    expect(swot.strengths.map(({ text }) => text).join()).toContain("leads the market");
    expect(swot.weaknesses.map(({ text }) => text).join()).toContain("complain");
    expect(swot.opportunities.map(({ text }) => text).join()).toContain("grew by 18 %");
    expect(swot.threats.map(({ text }) => text).join()).toContain("Cheaper imports");
    expect(citations.map(({ number, url }) => [number, url])).toEqual([
      [1, null],
      [2, address],
    ]);
    expect(charts.map(({ title }) => title).slice(0, 2)).toEqual(questions.slice(0, 2));
    for (const { image_url } of charts) expect(stored.get(image_url)?.contentType).toBe("image/png");
    expect(charts[0]?.alt).toContain("38000");
    expect(content).toContain(`![`);
    expect(content).toContain("*The sources do not say.*");
    expect(content).toContain(`[Consumer test](${address})`);
    expect(result.quality_score).toBe(10);
    expect(degraded).toEqual([]);
  });

  it("without a source is a research plan with empty tables", async () => {
    const { result, content, degraded } = await research({});
    expect(degraded).toEqual(["no_source_material"]);
    expect(content).toContain("research plan");
    expect(content).toContain("| What do they cost? |  |  |  |");
    expect(result.comparison.rows).toEqual(competitors.map((name) => ({ name, cells: [null, null, null] })));
    expect(result.charts).toEqual([]);
    expect(result.quality_score).toBeLessThanOrEqual(4);
  });

  it("takes out what a connected model claims without support", async () => {
    const generate = async (_: string, call: { job: string; output: z.ZodType }) => {
      const answers: Record<string, unknown> = {
        "article.research": {
          facts: [{ source: 1, text: "t", quote: "Velorum leads the market with 41 % of sales.", theme: "Makers" }],
          themes: ["Makers"],
          keywords: [],
        },
        "text.critique": { score: 7, criteria: [{ name: "clarity", score: 7, comment: "Short sentences." }] },
        "market.report": {
          summary: [
            { text: "Velorum leads the market with 41 % of sales.", citation: 1 },
            { text: "Analysts in Zurich value the whole industry at 9 billion.", citation: 1 },
          ],
          answers: [],
          comparison: { columns: ["Cost"], rows: competitors.map((name) => ({ name, cells: [null] })) },
          swot: { strengths: [], weaknesses: [], opportunities: [], threats: [] },
        },
      };
      return call.output.parse(answers[call.job]) as never;
    };
    const { result, warnings } = await research({ source_material }, { models: { generate } });
    expect(result.summary).toBe("Velorum leads the market with 41 % of sales.");
    expect(warnings.join()).toContain("1 statements without support");
    expect(result.quality_score).toBeLessThan(10);
  });
});
