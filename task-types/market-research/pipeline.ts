import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { storeCharts } from "#task-types/charts/store-charts.ts";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { materialRule } from "#task-types/material/collect-sources.ts";
import { factsPart, remarksPart } from "#task-types/material/prompt-parts.ts";
import { inSourceOrder, type Material, materialOf, researchMaterial } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { checkClaims } from "#task-types/quality/check-claims.ts";
import { checkFigures } from "#task-types/quality/check-figures.ts";
import { type Evidence, readEvidence } from "#task-types/quality/evidence.ts";
import type { Finding } from "#task-types/quality/finding.ts";
import { readThrough } from "#task-types/quality/read-through.ts";
import { check } from "#task-types/quality/score.ts";
import { sendBack } from "#task-types/quality/send-back.ts";
import { draftNotes, tellShortcomings } from "#task-types/quality/working-draft.ts";
import { qualityOf } from "#task-types/quality/write-and-check.ts";
import { languageCode } from "#task-types/text/language.ts";
import { joinSentences } from "#task-types/text/sentences.ts";
import { chartsOf } from "./chart-figures.ts";
import { followStatements } from "./follow-statements.ts";
import { type Cited, type Report, reportSchema, statementsOf, withoutStatements } from "./report.ts";
import { statementsIn } from "./report-parts.ts";
import { reviseReport, rewritePassages, rewrittenSchema } from "./rewrite.ts";
import { marketResearch } from "./schema.ts";
import { splitSources } from "./split-sources.ts";
import { writeMarkdown } from "./write-markdown.ts";

type Run = PhaseRun<z.output<typeof marketResearch.request>>;

const formattedSchema = marketResearch.result
  .pick({ summary: true, questions: true, comparison: true, swot: true, charts: true })
  .extend({ content: z.string() });

const author = `You write market research that decisions rest on. ${materialRule}
- Every statement carries the number of the source that says so. What the sources do not say stays empty: null in answers and cells.
- comparison: a row for each competitor that was named, columns that follow from the questions, cells of one short sentence.
- swot: of the market's offer as the sources describe it; at most five points each, none twice.`;

/** A report in which every statement has its source, with a comparison, a SWOT and charts. */
export const marketResearchPipeline = definePipeline(marketResearch, {
  phases: {
    research: (run) => {
      const topic = [run.request.topic, ...run.request.competitors].join(", ");
      const parts = splitSources(run.common.sourceMaterial ?? "");
      if (!parts) return researchMaterial(run, topic);
      return researchMaterial({ ...run, common: { ...run.common, sourceMaterial: null } }, topic, parts);
    },

    creative: async (run) => {
      if (run.blocks) return rewritePassages(run);
      const report = await write(run, []);
      tellShortcomings(run, report, !report.working_draft);
      return report;
    },

    qa: async (run) => {
      const evidence = evidenceBySource(run);
      if (run.blocks) return checkPassages(run, evidence);
      const { draft, findings } = await sendBack(
        run,
        reportSchema.parse(run.outputs.creative),
        (report) => judge(run, report, evidence),
        (faults) => write(run, faults),
      );
      const report = withoutStatements(draft, (statement) => !isSupported(statement, evidence));
      const removed = statementsOf(draft).length - statementsOf(report).length;
      if (removed > 0) run.warn(`${removed} statements without support in the sources were taken out.`);
      return { report, findings: [...findings, await read(run, report)], working_draft: report.working_draft };
    },

    format: async (run) => {
      if (run.blocks) return reviseReport(run, rewrittenSchema.parse(run.outputs.creative));
      const { report } = z.object({ report: reportSchema }).parse(run.outputs.qa);
      const material = materialOf(run);
      const charts = await storeCharts(run, chartsOf(report, material, codeOf(run)));
      const { topic, region = null } = run.request;
      const { language } = run.common;
      const { summary, answers, comparison, swot } = report;
      return {
        content: writeMarkdown({ topic, region, language, report, sources: material.sources, charts }),
        summary: joinSentences(summary.map(({ text }) => text)),
        questions: answers.map(({ question, answer }) => ({ question, answered: answer !== null })),
        ...{ comparison, swot, charts },
      };
    },
  },

  retypeset: followStatements,

  finish: (outputs) => {
    const { content, ...stated } = formattedSchema.parse(outputs.format);
    const material = materialOf({ outputs });
    const quality = qualityOf(outputs);
    return {
      content,
      result: {
        ...stated,
        citations: material.sources.map(({ number, title, url }) => ({
          number,
          title,
          url,
          quote: quoteOf(number, material),
        })),
        ...quality,
      },
      qualityScore: quality.quality_score,
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
    factsPart(
      material,
      "There are no sources: give the questions that such a report has to answer, with null for every answer and cell, and set working_draft.",
    ),
    remarksPart(run.feedback, faults),
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
      facts: inSourceOrder(material).map(({ quote, theme, source }) => ({ text: quote, theme, source })),
      sources: material.sources.map(({ number, title }) => ({ number, title })),
    },
    system: author,
    prompt: prompt.filter(Boolean).join("\n\n"),
    output: reportSchema,
    temperature: 0.3,
  });
}

function read(run: Run, report: Report): Promise<Finding> {
  return readText(
    run,
    statementsOf(report)
      .map(({ text }) => text)
      .join("\n\n"),
  );
}

function readText(run: Run, content: string): Promise<Finding> {
  const { topic, region, questions } = run.request;
  const brief = [...(region ? [`Region: ${region}`] : []), ...questions.map((question) => `Question: ${question}`)];
  const { sources } = materialOf(run);
  return readThrough(run, { kind: "a market report", brief, topic, title: topic, content, sources });
}

function judge(run: Run, report: Report, evidence: EvidenceBySource): Finding[] {
  const { columns, rows } = report.comparison;
  const missing = run.request.competitors.filter((name) => !rows.some((row) => row.name === name));
  const uneven = rows.filter(({ cells }) => cells.length !== columns.length);
  const faults = [
    ...missing.map((name) => `there is no row for ${name}`),
    ...uneven.map(({ name }) => `the row of ${name} does not fit the columns`),
  ];
  return [
    ...judgeStatements(run, statementsOf(report), evidence),
    check("comparison", "Comparison", faults, `${rows.length} rows`),
  ];
}

/** New passages alone: what nobody sent back was judged before. */
async function checkPassages(run: Run, evidence: EvidenceBySource) {
  const { passages } = rewrittenSchema.parse(run.outputs.creative);
  const statements = Object.values(passages).flatMap((words) => statementsIn(words, codeOf(run)));
  const { content, comparison, charts } = reviseReport(run, { passages });
  const before = marketResearch.result.shape.comparison.parse(run.previous?.result.comparison);
  if (charts.length > 0 && !isDeepStrictEqual(comparison, before))
    run.warn("The charts show the figures of the comparison as it was before this round.");
  const { working_draft } = z.object({ working_draft: draftNotes.working_draft }).parse(run.earlier.qa ?? {});
  const findings = judgeStatements(run, statements, evidence);
  return { findings: [...findings, await readText(run, content)], working_draft };
}

function judgeStatements(run: Run, statements: Cited[], evidence: EvidenceBySource): Finding[] {
  const material = materialOf(run);
  const uncited = statements.filter(({ citation }) => !material.sources.some(({ number }) => number === citation));
  const bare = statements.filter((statement) => !isSupported(statement, evidence));
  const text = statements.map((statement) => statement.text).join("\n");
  const given = [run.request.topic, ...material.sources.map((source) => source.text)];
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
    checkFigures(text, readEvidence(given, codeOf(run))),
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

function codeOf(run: Run): string {
  return languageCode(run.common.language);
}

function quoteOf(number: number, { facts }: Material): string | null {
  return facts.find(({ source }) => source === number)?.quote ?? null;
}
