import { rewriteContent } from "#task-types/blocks/rewrite-passages.ts";
import { type Material, materialOf } from "#task-types/material/research-material.ts";
import type { Finding } from "#task-types/quality/finding.ts";
import { author, brief, draftPrompt, inputOf, revisePrompt } from "./prompts.ts";
import { type BlogPostRun, type Draft, draftSchema } from "./state.ts";

/** Writes the article; after a reviewer sent it back, works the feedback into what was there. */
export async function creative(run: BlogPostRun): Promise<Draft> {
  const research = materialOf(run);
  const before = previousDraft(run);
  const draft = await writeOrRevise(run, research, before);
  for (const warning of draft.warnings) run.warn(warning);
  if (research.sources.length === 0) run.degrade("no_source_material");
  else if (draft.working_draft)
    run.degrade("The source material is too short for an article, so this is a working draft.");
  return draft;
}

function writeOrRevise(run: BlogPostRun, research: Material, before: Draft | null): Promise<Draft> {
  if (!before || run.feedback === null) return write(run, research);
  return run.blocks ? rewrite(run, research, before) : revise(run, research, before, { feedback: run.feedback });
}

/** Some passages alone: the title and every other passage stay to the byte. */
async function rewrite(run: BlogPostRun, { sources }: Material, before: Draft): Promise<Draft> {
  const wish = { brief: brief(run), topic: before.title, sources, cites: true, rules: author };
  return { ...before, content: await rewriteContent(run, before.content, wish) };
}

async function write(run: BlogPostRun, research: Material): Promise<Draft> {
  const draft = await run.generate({
    job: "article.draft",
    input: inputOf(run, research.sources),
    system: author,
    prompt: draftPrompt(run, research),
    output: draftSchema,
    temperature: 0.6,
    expectedWords: run.request.target_length,
  });
  return tidy(draft);
}

/** @param why what a reviewer asked for, or what the checks found. */
export async function revise(
  run: BlogPostRun,
  research: Material,
  draft: Draft,
  why: { feedback?: string; findings?: Finding[] },
): Promise<Draft> {
  const revised = await run.generate({
    job: "article.revise",
    input: {
      ...inputOf(run, research.sources),
      title: draft.title,
      content: draft.content,
      feedback: why.feedback ?? null,
      findings: (why.findings ?? []).map(({ check, finding, sentence }) => ({ check, finding, sentence })),
    },
    system: author,
    prompt: revisePrompt(run, research, draft, why),
    output: draftSchema,
    temperature: 0.3,
    asPhase: "creative",
  });
  return tidy(revised);
}

/** The revision that the feedback is about, with a person's edits in it. */
function previousDraft({ previous, request }: BlogPostRun): Draft | null {
  if (!previous?.content) return null;
  const title = typeof previous.result.title === "string" ? previous.result.title : request.topic;
  const isWorkingDraft = previous.result.provenance === "none";
  return { title, content: previous.content, working_draft: isWorkingDraft, warnings: [] };
}

/** The title stands in its own field; models like to repeat it, and to wrap Markdown into a fence. */
function tidy(draft: Draft): Draft {
  const unfenced = draft.content.trim().replace(/^```(?:markdown|md)?\n([\s\S]*?)\n```$/, "$1");
  const content = unfenced.replace(/^#\s+.+\n+/, "").trim();
  return {
    ...draft,
    title: draft.title
      .replace(/^#+\s*/, "")
      .trim()
      .slice(0, 200),
    content,
  };
}
