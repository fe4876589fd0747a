import * as z from "zod";
import { storeCharts } from "#task-types/charts/store-charts.ts";
import { definePipeline, type PhaseRun } from "#task-types/define-pipeline.ts";
import { contain, materialRule } from "#task-types/material/collect-sources.ts";
import {
  factList,
  type Material,
  materialSchema,
  provenanceOf,
  researchMaterial,
} from "#task-types/material/research-material.ts";
import { checkClaims } from "#task-types/quality/check-claims.ts";
import { checkFigures } from "#task-types/quality/check-figures.ts";
import { type Evidence, readEvidence } from "#task-types/quality/evidence.ts";
import { type Finding, findingSchema } from "#task-types/quality/finding.ts";
import { readThrough } from "#task-types/quality/read-through.ts";
import { check, scoreOf } from "#task-types/quality/score.ts";
import { languageCode } from "#task-types/text/language.ts";
import { chartsOf } from "./chart-figures.ts";
import { followStatements } from "./follow-statements.ts";
import { type Cited, chartsSchema, type Report, reportSchema, statementsOf, withoutStatements } from "./report.ts";
import { marketResearch } from "./schema.ts";
import { writeMarkdown } from "./write-markdown.ts";

type Run = PhaseRun<z.output<typeof marketResearch.request>>;

const checkedSchema = z.object({ report: reportSchema, findings: z.array(findingSchema) });
const formattedSchema = z.object({ content: z.string(), charts: chartsSchema });

const author = `You write market research that decisions rest on. ${materialRule}
- Every statement carries the number of the source that says so. What the sources do not say stays empty: null in answers and cells.
- comparison: a row for each competitor that was named, columns that follow from the questions, cells of one short sentence.
- swot: of the market's offer as the sources describe it; at most five points each, none twice.`;

const mostReturns = 2;
/** A research plan is no report, however well it is made. */
const planLimit = 4;

/** A report in which every statement has its source, with a comparison, a SWOT and charts. */
export const marketResearchPipeline = definePipeline(marketResearch, {
  phases: {
    research: (run) => researchMaterial(run, [run.request.topic, ...run.request.competitors].join(", ")),

    creative: async (run) => {
      const report = await write(run, []);
      for (const shortcoming of report.shortcomings) run.degrade(shortcoming);
      if (report.working_draft) run.degrade("no_source_material");
      return report;
    },

    qa: async (run) => {
      let report = reportSchema.parse(run.outputs.creative);
      const evidence = evidenceBySource(run);
      let findings = judge(run, report, evidence);
      for (let returned = 0; returned < mostReturns && findings.some(({ passed }) => !passed); returned++) {
        run.progress((returned + 1) / (mostReturns + 1), "Sent back with what was found");
        const next = await write(
          run,
          findings.filter(({ passed }) => !passed),
        );
        const again = judge(run, next, evidence);
        if (scoreOf(again) <= scoreOf(findings)) break;
        [report, findings] = [next, again];
      }
      const before = statementsOf(report).length;
      const kept = withoutStatements(report, (statement) => !isSupported(statement, evidence));
      const removed = before - statementsOf(kept).length;
      if (removed > 0) run.warn(`${removed} statements without support in the sources were taken out.`);
      return { report: kept, findings: [...findings, await read(run, kept)] };
    },

    format: async (run) => {
      const { report } = checkedSchema.parse(run.outputs.qa);
      const material = materialOf(run);
      const charts = await storeCharts(run, chartsOf(report, material, codeOf(run)));
      const { topic, region = null } = run.request;
      return { content: writeMarkdown({ topic, region, report, sources: material.sources, charts }), charts };
    },
  },

  retypeset: followStatements,

  finish: (outputs) => {
    const { report, findings } = checkedSchema.parse(outputs.qa);
    const { content, charts } = formattedSchema.parse(outputs.format);
    const material = materialSchema.parse(outputs.research);
    const quality_score = Math.min(scoreOf(findings), report.working_draft ? planLimit : 10);
    const { summary, answers, comparison, swot } = report;
    return {
      content,
      result: {
        summary: summary.map(({ text }) => text).join(" "),
        questions: answers.map(({ question, answer }) => ({ question, answered: answer !== null })),
        ...{ comparison, swot, charts, quality_score },
        citations: material.sources.map(({ number, title, url }) => ({
          number,
          title,
          url,
          quote: quoteOf(number, material),
        })),
        qa_feedback: findings,
        provenance: provenanceOf(material),
      },
      qualityScore: quality_score,
    };
  },
});

async function write(run: Run, faults: Finding[]): Promise<Report> {
  const { topic, competitors, region, questions } = run.request;
  const material = materialOf(run);
  const prompt = [
    `Market: ${topic}${region ? ` in ${region}` : ""}\nLanguage: ${run.common.language}`,
    competitors.length > 0 ? `Competitors: ${competitors.join(", ")}` : "",
    questions.length > 0 ? `Questions:\n- ${questions.join("\n- ")}` : "",
    material.facts.length > 0
      ? `<facts>\n${contain(factList(material))}\n</facts>`
      : "There are no sources: give the questions that such a report has to answer, with null for every answer and cell, and set working_draft.",
    run.feedback ? `<feedback>\n${contain(run.feedback)}\n</feedback>` : "",
    faults.length > 0
      ? `Checks of your last report found:\n${faults.map(({ finding }) => `- ${finding}`).join("\n")}`
      : "",
  ];
  return run.generate({
    asPhase: "creative",
    job: "market.report",
    input: {
      ...{
        topic,
        competitors,
        region: region ?? null,
        questions,
        language: run.common.language,
        feedback: run.feedback,
      },
      facts: material.facts.map(({ quote, theme, source }) => ({ text: quote, theme, source })),
    },
    system: author,
    prompt: prompt.filter(Boolean).join("\n\n"),
    output: reportSchema,
    temperature: 0.3,
  });
}

function read(run: Run, report: Report): Promise<Finding> {
  const { topic, region, questions } = run.request;
  const content = statementsOf(report)
    .map(({ text }) => text)
    .join("\n\n");
  const brief = [...(region ? [`Region: ${region}`] : []), ...questions.map((question) => `Question: ${question}`)];
  const { sources } = materialOf(run);
  return readThrough(run, { kind: "a market report", brief, topic, title: topic, content, sources });
}

function judge(run: Run, report: Report, evidence: EvidenceBySource): Finding[] {
  const { competitors } = run.request;
  const material = materialOf(run);
  const statements = statementsOf(report);
  const uncited = statements.filter(({ citation }) => !material.sources.some(({ number }) => number === citation));
  const bare = statements.filter((statement) => !isSupported(statement, evidence));
  const missing = competitors.filter((name) => !report.comparison.rows.some((row) => row.name === name));
  const uneven = report.comparison.rows.filter(({ cells }) => cells.length !== report.comparison.columns.length);
  const text = statements.map((statement) => statement.text).join("\n");
  return [
    check(
      "citations",
      "Sources",
      uncited.map((statement) => `no source is named for “${statement.text.slice(0, 120)}”`),
      `${statements.length} statements, each with its source`,
    ),
    check(
      "claims",
      "Supported claims",
      bare.map((statement) => `source ${statement.citation} does not say “${statement.text.slice(0, 120)}”`),
      "Each statement has its words in its source",
    ),
    check(
      "comparison",
      "Comparison",
      [
        ...missing.map((name) => `there is no row for ${name}`),
        ...uneven.map(({ name }) => `the row of ${name} does not fit the columns`),
      ],
      `${report.comparison.rows.length} rows`,
    ),
    checkFigures(
      text,
      readEvidence([run.request.topic, ...material.sources.map((source) => source.text)], codeOf(run)),
    ),
  ];
}

type EvidenceBySource = ReadonlyMap<number, Evidence>;

function evidenceBySource(run: Run): EvidenceBySource {
  return new Map(materialOf(run).sources.map(({ number, text }) => [number, readEvidence([text], codeOf(run))]));
}

function isSupported({ text, citation }: Cited, bySource: EvidenceBySource): boolean {
  const evidence = citation === null ? undefined : bySource.get(citation);
  return evidence !== undefined && checkClaims(text, evidence).passed && checkFigures(text, evidence).passed;
}

function materialOf(run: Run): Material {
  return materialSchema.parse(run.outputs.research);
}

function codeOf(run: Run): string {
  return languageCode(run.common.language);
}

function quoteOf(number: number, { facts }: Material): string | null {
  return facts.find(({ source }) => source === number)?.quote ?? null;
}
