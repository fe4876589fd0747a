import { describe, expect, it } from "vitest";
import type * as z from "zod";
import type { Json } from "#lib/contract/json.ts";
import { compute } from "#task-types/business-analytics/compute.ts";
import { measure } from "#task-types/business-analytics/measure.ts";
import type { businessAnalytics } from "#task-types/business-analytics/schema.ts";
import { strayFigures } from "#task-types/figures/stray-figures.ts";
import { periodKey } from "#task-types/tables/periods.ts";
import { readCsv } from "#task-types/tables/read-csv.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

type Result = z.output<typeof businessAnalytics.result>;

const points = (...values: number[]) => values.map((value, index) => ({ period: `${2000 + index}`, value }));

describe("what is computed", () => {
  it("agrees with Anscombe's first set (1973), whose x runs from 4 to 14", () => {
    const metric = measure("y", points(4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96), true);
    expect(metric.mean).toBeCloseTo(7.500909, 6);
    expect(metric.standard_deviation).toBeCloseTo(2.031568, 6);
    expect(metric.trend?.slope).toBeCloseTo(0.500091, 6);
    expect(metric.trend?.intercept).toBeCloseTo(3.000091 + 4 * 0.500091, 5);
    expect(metric.trend?.r_squared).toBeCloseTo(0.666542, 6);
    expect(measure("x", points(1, 2, 3, 4, 5), true)).toMatchObject({
      ...{ total: 15, mean: 3, median: 3, standard_deviation: 1.58113883008, growth: 4 },
      trend: { direction: "rising", slope: 1, intercept: 1, r_squared: 1 },
      outliers: [],
    });
  });

  it("is nothing where each row brings columns of its own without end", async () => {
    const data = Array.from({ length: 2_001 }, (_, n) => ({ [`c${n}`]: n }));
    await expect(runPipeline({ task_type: "business_analytics", data })).rejects.toThrow("2001 lines of 2001 columns");
  });

  it("tells growth per period, a falling line, and no trend where there is none", () => {
    expect(measure("a", points(100, 110, 121), true).growth_per_period).toBeCloseTo(0.1, 10);
    expect(measure("a", points(9, 7, 5, 3), true).trend?.direction).toBe("falling");
    expect(measure("a", points(5, 5, 5, 5), true).trend?.direction).toBe("flat");
    expect(measure("a", points(1, 9, 2, 8, 1, 9, 2), true).trend?.direction).toBe("flat");
    expect(measure("a", points(0, 5), true).growth).toBeNull();
  });

  it("finds what does not fit the line, and only that", () => {
    const values = points(10, 12, 14, 16, 60, 20, 22, 24, 26);
    expect(measure("a", values, true).outliers).toEqual([{ period: "2004", value: 60, expected: 18 }]);
    expect(measure("a", points(10, 12, 14, 16, 18, 20), true).outliers).toEqual([]);
  });

  it("reads months in any order, adds up rows of one period, and shares out a total", () => {
    const table = readCsv(
      "month;region;revenue\nMar 2026;North;300\nJan 2026;North;100\nJan 2026;South;50\nFeb 2026;South;1.200,50",
    );
    const computed = compute(table, [], undefined);
    expect(computed.periods).toEqual(["Jan 2026", "Feb 2026", "Mar 2026"]);
    expect(computed.series).toEqual([
      {
        name: "revenue",
        points: [
          { period: "Jan 2026", value: 150 },
          { period: "Feb 2026", value: 1200.5 },
          { period: "Mar 2026", value: 300 },
        ],
      },
    ]);
    expect(computed.breakdown?.groups[0]).toMatchObject({ name: "South", total: 1250.5 });
  });

  it("keeps to the period, and names columns that are not there", () => {
    const table = readCsv("date,sales\n2025-11,5\n2026-01,1\n2026-02,2\n2026-04,9");
    expect(compute(table, ["sales"], "Q1 2026").metrics[0]?.total).toBe(3);
    expect(compute(table, ["sales"], "2026").metrics[0]?.total).toBe(12);
    expect(() => compute(table, ["profit"], undefined)).toThrow(
      "there is no column profit; the columns are date, sales",
    );
    expect(() => compute(table, ["date"], undefined)).toThrow("does not hold numbers");
  });
});

describe("a table as people keep it", () => {
  const metricOf = (csv: string, name: string) =>
    compute(readCsv(csv), [], undefined).metrics.find((each) => each.name === name);

  it("has currencies, brackets for losses, and words for no value", () => {
    const csv =
      'month,revenue,refunds\nJan 2026,"$12,000.50",($300)\nFeb 2026,N/A,($120)\nMar 2026,"$1.2m",-\nApr 2026,,($80)';
    expect(metricOf(csv, "revenue")).toMatchObject({ count: 2, unit: "$", total: 1_212_000.5, maximum: 1_200_000 });
    expect(metricOf(csv, "refunds")).toMatchObject({ count: 3, total: -500, growth: null, change: 220 });
    expect(compute(readCsv(csv), [], undefined).warnings).toContain(
      "2 rows without a value were left out for revenue.",
    );
  });

  it("is European: semicolons, decimal commas, days before months, thousands with a point", () => {
    const csv = "\uFEFFDatum;Umsatz;Stück\r\n03.01.2026;1.234,56 €;1.200\r\n04.02.2026;2.000,44 €;2.500\r\n";
    const computed = compute(readCsv(csv), [], undefined);
    expect(computed.periods).toEqual(["03.01.2026", "04.02.2026"]);
    expect(computed.metrics.map(({ name, total, unit }) => [name, total, unit])).toEqual([
      ["Umsatz", 3235, "€"],
      ["Stück", 3700, null],
    ]);
  });

  it("has a title above its head and a total below it, which counts nothing twice", () => {
    const csv = 'Sales 2026,,\n,,\nRegion,Sales,Share\nNorth,"1,200",40%\nSouth,"1,800",60%\nTotal,"3,000",100%';
    const { metrics, breakdown, warnings } = compute(readCsv(csv), [], undefined);
    expect(metrics[0]).toMatchObject({ name: "Sales", total: 3000 });
    expect(breakdown?.groups.map(({ name, share }) => [name, share])).toEqual([
      ["South", 0.6],
      ["North", 0.4],
    ]);
    expect(warnings.join()).toContain("One row that adds up others");
  });

  it("has rates, which are averaged and never added up, and numbers that only name things", () => {
    const csv = "order_id,date,conversion rate,amount\n1,2026-01-01,2 %,10\n2,2026-01-01,4 %,20\n3,2026-01-02,5 %,30";
    const { metrics } = compute(readCsv(csv), [], undefined);
    expect(metrics.map(({ name, total, first, last }) => [name, total, first, last])).toEqual([
      ["conversion rate", null, 3, 5],
      ["amount", 60, 30, 30],
    ]);
  });

  it("has its years across its head, or no head at all", () => {
    const wide = compute(readCsv("region,2024,2025\nNorth,100,150\nSouth,200,160"), [], undefined);
    expect(wide.periods).toEqual(["2024", "2025"]);
    expect(wide.metrics.map(({ name, growth }) => [name, growth])).toEqual([
      ["North", 0.5],
      ["South", -0.2],
    ]);
    const bare = compute(readCsv("2026-01,100\n2026-02,120\n2026-03,130"), [], undefined);
    expect(bare.metrics[0]).toMatchObject({ name: "column_2", count: 3, total: 350 });
  });

  it.each([
    ["2026-03", "2026-03"],
    ["3. März 2026", "2026-03-03"],
    ["March 3, 2026", "2026-03-03"],
    ["03-Mar-26", "2026-03-03"],
    ["13.02.2026", "2026-02-13"],
    ["02/2026", "2026-02"],
    ["20260213", "2026-02-13"],
    ["Q2 2026", "2026-Q2"],
    ["2026-W07", "2026-W07"],
    ["KW 7/2026", "2026-W07"],
    ["FY25", "2025"],
    ["Week 3", "0000-W03"],
    ["août 2025", "2025-08"],
    ["31/31/2026", null],
    ["Marketing", null],
    ["1.234,56", null],
  ])("has times such as %s", (text, key) => {
    expect(periodKey(text)).toBe(key);
  });

  it("tells the day from the month by the column, and says where it had to guess", () => {
    const days = compute(readCsv("day,n\n13/02/2026,1\n01/03/2026,2"), [], undefined);
    expect(days.periods).toEqual(["2026-02-13", "2026-03-01"]);
    expect(days.warnings).toEqual([]);
    expect(compute(readCsv("day,n\n1/2/2026,1\n1/3/2026,2"), [], undefined).warnings.join()).toContain("month/day");
  });

  it("may hold fifty thousand rows", () => {
    const lines = Array.from(
      { length: 50_000 },
      (_, index) => `2026-${String((index % 12) + 1).padStart(2, "0")},R${index % 7},1`,
    );
    const { metrics, breakdown } = compute(readCsv(["month,region,sales", ...lines].join("\n")), [], undefined);
    expect(metrics[0]).toMatchObject({ count: 12, total: 50_000 });
    expect(breakdown?.groups).toHaveLength(7);
  });
});

describe("figures in a text", () => {
  const table = { total: 82_300, share: 0.317, period: "2026-03", values: [1, 2, 3] };
  const stray = (text: string) => strayFigures(text, table, "en").map(({ figure }) => figure);

  it("are known however they are rounded", () => {
    expect(stray("In 2026-03 the total was 82,300, some 82 thousand, a share of 31.7 % or 32 %, in 3 rows.")).toEqual(
      [],
    );
  });

  it("are found out when nobody computed them", () => {
    expect(stray("It rose to 90,000. The share was 45 %.")).toEqual(["90,000", "45"]);
  });
});

describe("a business analysis", () => {
  const data =
    "month,revenue,orders\n2026-01,12000,240\n2026-02,12600,251\n2026-03,13900,262\n2026-04,13100,255\n2026-05,14800,281\n2026-06,15900,300";

  it("describes and draws what it computed", async () => {
    const { result, files, degraded } = await runPipeline({
      task_type: "business_analytics",
      data,
      time_period: "H1 2026",
    });
    const { metrics, narrative, charts, quality_score } = result as unknown as Result;
    expect(metrics.map(({ name, total }) => [name, total])).toEqual([
      ["revenue", 82_300],
      ["orders", 1589],
    ]);
    expect(narrative).toContain("32.5 %");
    expect(quality_score).toBe(10);
    expect(charts).toHaveLength(2);
    expect(charts[0]?.alt).toContain("12000");
    expect(files.size).toBe(2);
    expect(degraded).toEqual([]);
  });

  it("says of one row what it holds, and no trend", async () => {
    const { result } = await runPipeline({ task_type: "business_analytics", data: "month,revenue\n2026-01,€5000" });
    const { narrative, quality_score } = result as unknown as Result;
    expect(narrative).toMatch(/^The data holds one row for 2026-01: \*\*revenue\*\* is €5,000\./);
    expect(quality_score).toBe(10);
  });

  it("takes rows, an upload, and another task's rows", async () => {
    const rows = [
      { shop: "A", sales: 5 },
      { shop: "B", sales: 15 },
    ];
    const upload_id = "0197a000-0000-7000-8000-000000000001";
    const bytes = new TextEncoder().encode("shop,sales\nA,5\nB,15");
    const world = {
      files: { [upload_id]: { name: "sales.csv", contentType: "text/csv", charset: "utf-8", bytes } },
      taskResults: { "task-1": { taskType: "data_retrieval", result: { rows } } },
    };
    const ways: Json[] = [rows, { rows }, { csv: "shop,sales\nA,5\nB,15" }, { upload_id }, { task_id: "task-1" }];
    for (const given of ways) {
      const { result } = await runPipeline({ task_type: "business_analytics", data: given }, world);
      expect((result as unknown as Result).metrics[0]).toMatchObject({ name: "sales", total: 20 });
      expect((result as unknown as Result).breakdown?.groups[0]).toEqual({ name: "B", total: 15, share: 0.75 });
    }
    await expect(runPipeline({ task_type: "business_analytics", data: { task_id: "gone" } }, world)).rejects.toThrow(
      /gone/,
    );
  });
});
