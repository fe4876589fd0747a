import * as z from "zod";
import { marketResearch } from "./schema.ts";

const citedSchema = z.object({
  text: z.string().min(1).describe("One sentence of what the sources say"),
  citation: z.int().nullable().describe("Number of the source that says so"),
});
export type Cited = z.output<typeof citedSchema>;

/** The report as a model writes it; everything in it names its source. */
export const reportSchema = z.object({
  summary: z.array(citedSchema).describe("Three to six sentences"),
  answers: z.array(z.object({ question: z.string(), answer: citedSchema.nullable() })),
  comparison: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.object({ name: z.string(), cells: z.array(citedSchema.nullable()) })),
  }),
  swot: z.object({
    strengths: z.array(citedSchema),
    weaknesses: z.array(citedSchema),
    opportunities: z.array(citedSchema),
    threats: z.array(citedSchema),
  }),
  shortcomings: z.array(z.string()).default([]).describe("What could not be done as asked; usually empty"),
  working_draft: z.boolean().default(false).describe("True only where no source was given"),
});
export type Report = z.output<typeof reportSchema>;

export type SwotPart = keyof Report["swot"];
export const swotParts: [SwotPart, string][] = [
  ["strengths", "Strengths"],
  ["weaknesses", "Weaknesses"],
  ["opportunities", "Opportunities"],
  ["threats", "Threats"],
];

/** Every statement of a report, wherever it stands. */
export function statementsOf({ summary, answers, comparison, swot }: Report): Cited[] {
  const cells = comparison.rows.flatMap(({ cells: own }) => own.flatMap((cell) => cell ?? []));
  return [
    ...summary,
    ...answers.flatMap(({ answer }) => answer ?? []),
    ...cells,
    ...swotParts.flatMap(([part]) => swot[part]),
  ];
}

/** The report without the statements that are not wanted; cells and answers become empty. */
export function withoutStatements(report: Report, unwanted: (statement: Cited) => boolean): Report {
  const keep = (list: Cited[]) => list.filter((statement) => !unwanted(statement));
  const orNull = (statement: Cited | null) => (statement && !unwanted(statement) ? statement : null);
  return {
    ...report,
    summary: keep(report.summary),
    answers: report.answers.map(({ question, answer }) => ({ question, answer: orNull(answer) })),
    comparison: {
      columns: report.comparison.columns,
      rows: report.comparison.rows.map(({ name, cells }) => ({ name, cells: cells.map(orNull) })),
    },
    swot: {
      strengths: keep(report.swot.strengths),
      weaknesses: keep(report.swot.weaknesses),
      opportunities: keep(report.swot.opportunities),
      threats: keep(report.swot.threats),
    },
  };
}

export const chartsSchema = marketResearch.result.shape.charts;
