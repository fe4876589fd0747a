import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { computeFigures } from "#task-types/financial-analysis/pipeline.ts";
import { computeRatios, computeRunway, equityWarnings } from "#task-types/financial-analysis/ratios.ts";
import type { financialAnalysis } from "#task-types/financial-analysis/schema.ts";
import { internalRate, npv, payback } from "#task-types/financial-analysis/valuation.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

type Result = z.output<typeof financialAnalysis.result>;

describe("net present value and internal rate of return", () => {
  it("agree with Microsoft's own examples for NPV and IRR, to the cent", () => {
    // support.microsoft.com, "NPV function", example 2: the outlay falls at the start of the first period.
    expect(npv(0.08, [-40_000, 8000, 9200, 10_000, 12_000, 14_500])).toBeCloseTo(1922.06, 2);
    expect(npv(0.08, [-40_000, 8000, 9200, 10_000, 12_000, 14_500, -9000])).toBeCloseTo(-3749.47, 2);
    // "IRR function": −2.1 % after four years, 8.7 % after five.
    expect(internalRate([-70_000, 12_000, 15_000, 18_000, 21_000]).irr).toBeCloseTo(-0.0212448, 6);
    expect(internalRate([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000]).irr).toBeCloseTo(0.0866309, 6);
  });

  it("agree with the textbook case of two rates (Brealey, Myers and Allen)", () => {
    const { irr, note } = internalRate([-1000, 2500, -1540]);
    expect([0.1, 0.4]).toContainEqual(expect.closeTo(irr ?? 0, 6));
    expect(note).toContain("2 internal rates of return, 10 % and 40 %");
  });

  it("say when there is none", () => {
    expect(internalRate([100, 200])).toEqual({ irr: null, note: expect.stringContaining("never change sign") });
    expect(payback([-100, 10, 10])).toBeNull();
    expect(payback([-100, 50, 50, 20])).toBe(2);
    expect(payback([-100, 60, 60])).toBeCloseTo(1.6667, 4);
    // What comes back and is lost again is not paid back.
    expect(payback([-1600, 10_000, -10_000])).toBeNull();
    expect(payback([-100, 150, -100, 80])).toBeCloseTo(2 + 50 / 80, 10);
  });
});

describe("ratios", () => {
  const statements = [
    { period: "2024", revenue: 800, cost_of_goods_sold: 480, net_income: 64, total_assets: 500, equity: 200 },
    {
      ...{
        period: "2025",
        revenue: 1000,
        cost_of_goods_sold: 600,
        operating_expenses: 250,
        net_income: 90,
        equity: 250,
      },
      ...{ total_assets: 600, current_assets: 300, inventory: 120, current_liabilities: 150, cash: 60 },
    },
  ];

  it("come from the figures that are there, and only from those", () => {
    const values = Object.fromEntries(
      computeRatios(statements).map(({ name, values: [, last] }) => [name, last?.value]),
    );
    expect(values).toEqual({
      ...{ revenue_growth: 0.25, gross_margin: 0.4, operating_margin: 0.15, net_margin: 0.09 },
      ...{ return_on_assets: 0.15, return_on_equity: 0.36, current_ratio: 2, quick_ratio: 1.2, cash_ratio: 0.4 },
      asset_turnover: 1.66666666667,
    });
  });

  it("are left out where the figure below the line means nothing", () => {
    const broken = [
      {
        period: "Q1",
        revenue: 0,
        net_income: -50,
        equity: -20,
        total_debt: 100,
        current_assets: 10,
        current_liabilities: 0,
      },
      {
        period: "Q2",
        revenue: 10,
        net_income: -40,
        equity: -60,
        total_debt: 100,
        current_assets: 5,
        current_liabilities: 20,
      },
    ];
    const ratios = computeRatios(broken);
    expect(ratios.map(({ name }) => name)).toEqual(["net_margin", "current_ratio"]);
    expect(ratios.flatMap(({ values }) => values.map(({ value }) => value))).toEqual([null, -4, null, 0.25]);
    expect(equityWarnings(broken).join()).toContain("Q1, Q2");
  });

  it("tell how long the cash lasts", () => {
    const losing = [
      { period: "Q1", cash: 900, operating_cash_flow: -100 },
      { period: "Q2", cash: 750, operating_cash_flow: -150 },
    ];
    expect(computeRunway(losing)).toEqual({ cash: 750, burn_per_period: 125, periods: 6 });
    expect(computeRunway([{ period: "Q1", cash: 10, operating_cash_flow: 5 }])?.periods).toBeNull();
    expect(computeRunway([{ period: "Q1", revenue: 5 }])).toBeNull();
  });

  it("move the value as rate and flows move", () => {
    const { sensitivity } = computeFigures({ cash_flows: [-100, 60, 60], rate: 0.1, currency: "eur" });
    expect(sensitivity?.npv[2]?.[2]).toBe(npv(0.1, [-100, 60, 60]));
    expect(sensitivity?.npv[0]?.[4]).toBeCloseTo(-100 + 48 / 1.14 + 48 / 1.14 ** 2, 8);
  });
});

describe("a financial analysis", () => {
  const request = {
    ...{ task_type: "financial_analysis", cash_flows: [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], rate: 0.08 },
    ...{ currency: "EUR", statements: [{ period: "2025", revenue: 1000, net_income: 90 }] },
  };

  it("has a text whose figures are the table's, and charts that are pictures", async () => {
    const { result, files, content } = await runPipeline(request);
    const { valuation, charts, narrative, quality_score } = result as unknown as Result;
    expect(valuation?.irr).toBeCloseTo(0.0866309, 6);
    expect(content).toBe(narrative);
    expect(narrative).toContain("8.7 %");
    expect(narrative).toContain(`EUR ${valuation?.npv.toLocaleString("en", { maximumFractionDigits: 2 })}`);
    expect(quality_score).toBe(10);
    expect(charts.length).toBeGreaterThanOrEqual(2);
    for (const { image_url } of charts) {
      const picture = sharp(files.get(image_url)?.bytes);
      expect(await picture.metadata()).toMatchObject({ format: "png", width: 1280 });
      expect((await picture.stats()).entropy).toBeGreaterThan(0.2);
    }
  });

  it("reads flows that begin with income as a loan, and the equal as equal", async () => {
    const narrate = async (cash_flows: number[], rate: number) =>
      String((await runPipeline({ task_type: "financial_analysis", cash_flows, rate, time_period: "year" })).content);
    expect(await narrate([1000, -200, -900], 0.05)).toContain("lower is better, as with a loan");
    expect(await narrate([-1000, 1100], 0.1)).toMatch(/\*\*10 %\*\*, equal to the discount rate.*after 0\.9 years/s);
  });

  it("keeps out a figure that a model made up", async () => {
    const generate = async (_: string, call: { output: z.ZodType }) =>
      call.output.parse({
        narrative:
          "The internal rate of return is 8.7 %, above the discount rate of 8 %. Revenue will reach 4,321 next year.",
      }) as never;
    const { result, warnings } = await runPipeline(request, { models: { generate } });
    const { narrative, qa_feedback } = result as unknown as Result;
    expect(narrative).toBe("The internal rate of return is 8.7 %, above the discount rate of 8 %.");
    expect(warnings.join()).toContain("taken out");
    expect(qa_feedback.find(({ check }) => check === "figures")).toMatchObject({ passed: false });
  });

  it("refuses a request without figures", async () => {
    await expect(runPipeline({ task_type: "financial_analysis", rate: 0.1 })).rejects.toThrow(
      /statements or cash_flows/,
    );
  });
});
