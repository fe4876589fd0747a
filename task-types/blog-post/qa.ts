import { type Material, materialOf } from "#task-types/material/research-material.ts";
import type { Finding } from "#task-types/quality/finding.ts";
import { critiqueSchema, findingOf } from "#task-types/quality/read-through.ts";
import { mostReturns } from "#task-types/quality/send-back.ts";
import { workingDraftLimit } from "#task-types/quality/working-draft.ts";
import { languageCode } from "#task-types/text/language.ts";
import { readChecked } from "./checks/checked-text.ts";
import { checkClaims } from "./checks/claims.ts";
import { checkKeyword } from "./checks/keyword.ts";
import { checkLength } from "./checks/length.ts";
import { checkLinks } from "./checks/links.ts";
import { checkNumbers } from "./checks/numbers.ts";
import { checkReadability } from "./checks/readability.ts";
import { checkRepetition } from "./checks/repetition.ts";
import { checkStructure } from "./checks/structure.ts";
import { revise } from "./creative.ts";
import { critic, critiquePrompt, inputOf } from "./prompts.ts";
import { type BlogPostRun, type Draft, draftSchema, type Reviewed } from "./state.ts";

const checks = [
  checkLength,
  checkStructure,
  checkReadability,
  checkKeyword,
  checkRepetition,
  checkClaims,
  checkNumbers,
];

const ofForm = new Set(["length", "keyword", "structure", "readability"]);

/** Checks the draft, sends it back with what was found, and scores what comes of it. */
export async function qa(run: BlogPostRun): Promise<Reviewed> {
  const research = materialOf(run);
  let draft = draftSchema.parse(run.outputs.creative);
  let findings = await runChecks(run, research, draft);
  // The passages that nobody sent back are not the author's to mend, and the reviewer reads the others next.
  const returns = run.blocks ? 0 : mostReturns;
  for (let returned = 1; returned <= returns; returned++) {
    // After feedback the reviewer's words outweigh the form: "shorter" must not be mended away.
    const faults = findings.filter(({ check, passed }) => !passed && (run.feedback === null || !ofForm.has(check)));
    if (faults.length === 0 || draft.working_draft) break;
    run.progress(returned / (mostReturns + 2), `Sent back with ${faults.length} findings`);
    const revised = await revise(run, research, draft, { findings: faults });
    if (revised.content === draft.content && revised.title === draft.title) break;
    const recheck = await runChecks(run, research, revised);
    // A revision that mends one thing and breaks two is none.
    if (meanScore(recheck) < meanScore(findings)) break;
    draft = revised;
    findings = recheck;
  }
  run.progress(0.8, "Reading it through");
  const critique = await judge(run, research, draft);
  const score = scoreOf(findings, critique, draft);
  return { ...draft, findings: [...findings, critique], score };
}

async function runChecks(run: BlogPostRun, research: Material, draft: Draft): Promise<Finding[]> {
  const text = readChecked({
    title: draft.title,
    content: draft.content,
    code: languageCode(run.common.language),
    sources: research.sources,
    targetLength: run.request.target_length,
    primaryKeyword: run.request.primary_keyword || null,
    topic: run.request.topic,
    workingDraft: draft.working_draft,
  });
  return [...checks.map((check) => check(text)), await checkLinks(text, run.linkResolves)];
}

async function judge(run: BlogPostRun, research: Material, draft: Draft): Promise<Finding> {
  const critique = await run.generate({
    job: "article.critique",
    input: { ...inputOf(run, research.sources), title: draft.title, content: draft.content },
    system: critic,
    prompt: critiquePrompt(run, draft),
    output: critiqueSchema,
    temperature: 0,
  });
  return findingOf(critique);
}

function meanScore(findings: Finding[]): number {
  return findings.reduce((sum, { score }) => sum + score, 0) / Math.max(1, findings.length);
}

/** The checks count twice as much as the reading; a text with unsupported claims or figures is never a good one. */
function scoreOf(findings: Finding[], critique: Finding, draft: Draft): number {
  const mean = (meanScore(findings) * 2 + critique.score) / 3;
  const isUnsupported = findings.some(({ check, passed }) => !passed && (check === "claims" || check === "numbers"));
  const limit = draft.working_draft ? workingDraftLimit : isUnsupported ? 6 : 10;
  return Math.round(Math.max(1, Math.min(limit, mean)) * 10) / 10;
}
