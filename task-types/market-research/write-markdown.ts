import type * as z from "zod";
import type { Source } from "#task-types/material/collect-sources.ts";
import { fixedWords } from "#task-types/text/fixed-words.ts";
import { type Cited, type chartsSchema, type Report, swotParts } from "./report.ts";

export type ReportParts = {
  topic: string;
  region: string | null;
  language: string;
  report: Report;
  sources: Source[];
  charts: z.output<typeof chartsSchema>;
};

/** The report as its readers get it: every statement with the number of its source. */
export function writeMarkdown(parts: ReportParts): string {
  const { report, sources, language } = parts;
  const own = fixedWords(language);
  if (report.working_draft) return writePlan(parts);
  const { summary, answers, comparison, swot } = report;
  const blocks = [
    summary.map(withMark).join(" "),
    ...(answers.length > 0
      ? [
          `## ${own.questions}`,
          ...answers.map(({ question, answer }) => `**${question}** ${answer ? withMark(answer) : `*${own.notSaid}*`}`),
        ]
      : []),
    ...(comparison.rows.length > 0 ? [`## ${own.comparison}`, comparisonTable(comparison, "—")] : []),
    ...parts.charts.map(({ alt, image_url }) => `![${alt.replace(/[[\]]/g, "")}](${image_url})`),
    `## ${own.swot}`,
    ...swotParts.map(
      ([part]) =>
        `**${own[part]}**\n\n${swot[part].map((each) => `- ${withMark(each)}`).join("\n") || `*${own.noneNamed}*`}`,
    ),
    `## ${own.sources}`,
    sources
      .map(({ number, title, url }) => `${number}. ${url ? `[${title.replace(/[[\]]/g, "")}](${url})` : title}`)
      .join("\n"),
  ];
  return blocks.filter(Boolean).join("\n\n");
}

/** Without sources: what to find out, with tables that wait for the evidence. */
function writePlan({ topic, region, report }: ReportParts): string {
  const questions = report.answers.map(({ question }) => question);
  const { comparison } = report;
  return [
    `This is a research plan on ${topic}${region ? ` in ${region}` : ""}. No source came with the request, so it states no findings. Each question names the evidence that would answer it; the tables wait for what is found.`,
    "## Questions",
    ...questions.map(
      (question) =>
        `### ${question}\n\n**Evidence needed:** a dated figure or statement from two sources that do not depend on each other.\n\n**How to get it:** first official statistics and annual reports, then trade press of the last twelve months, then three interviews with buyers.`,
    ),
    "## Evidence",
    table(
      ["Question", "Finding", "Source", "Date"],
      questions.map((question) => [question, "", "", ""]),
    ),
    ...(comparison.rows.length > 0 ? ["## Comparison", comparisonTable(withoutCells(comparison), "")] : []),
    "## Strengths, weaknesses, opportunities, threats",
    table(
      ["", "Finding", "Source"],
      swotParts.map(([, label]) => [label, "", ""]),
    ),
  ].join("\n\n");
}

/** @param blank what stands where the sources say nothing */
export function comparisonTable({ columns, rows }: Report["comparison"], blank: string): string {
  const lines = rows.map(({ name, cells }) => [name, ...cells.map((cell) => (cell ? withMark(cell) : blank))]);
  return table(["", ...columns], lines);
}

function withoutCells({ columns, rows }: Report["comparison"]): Report["comparison"] {
  return { columns, rows: rows.map(({ name, cells }) => ({ name, cells: cells.map(() => null) })) };
}

function withMark({ text, citation }: Cited): string {
  return citation === null ? text : `${text} [${citation}]`;
}

function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
