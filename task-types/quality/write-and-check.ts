import * as z from "zod";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { materialOf, provenanceOf } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { type Finding, findingSchema, type Quality } from "./finding.ts";
import { sendBack } from "./send-back.ts";
import { type DraftNotes, draftNotes, scoreOfDraft, tellShortcomings } from "./working-draft.ts";

type Author<Request, Written> = {
  /** What is handed in. */
  written: z.ZodType<Written>;
  /** @param faults what the checks found in the last draft; none for the first */
  write: (run: PhaseRun<Request>, faults: Finding[]) => Promise<Written>;
  /** In a round for some blocks: those anew, all others as they stand. */
  rewrite: (run: PhaseRun<Request>) => Promise<Omit<Written, keyof DraftNotes>>;
  judge: (run: PhaseRun<Request>, draft: Written) => Finding[] | Promise<Finding[]>;
  /** The editor's reading of the draft that the checks have passed or given up on. */
  read: (run: PhaseRun<Request>, draft: Written) => Promise<Finding>;
};

/** The phases `creative` and `qa` of a type whose words come from what its phase `research` found. */
export function writeAndCheck<Request, Written extends DraftNotes & JsonObject>(author: Author<Request, Written>) {
  const { written, write, rewrite, judge, read } = author;
  async function writeAgain(run: PhaseRun<Request>): Promise<Written> {
    const { working_draft } = written.parse(run.earlier.creative);
    return written.parse({ ...(await rewrite(run)), working_draft, shortcomings: [] });
  }
  return {
    creative: async (run: PhaseRun<Request>): Promise<Written> => {
      const draft = run.blocks ? await writeAgain(run) : await write(run, []);
      tellShortcomings(run, draft, materialOf(run).sources.length > 0);
      return draft;
    },

    qa: async (run: PhaseRun<Request>): Promise<Written & { findings: Finding[] }> => {
      const { draft, findings } = await sendBack(
        run,
        written.parse(run.outputs.creative),
        (given) => judge(run, given),
        (faults) => write(run, faults),
      );
      return { ...draft, findings: [...findings, await read(run, draft)] };
    },
  };
}

const checkedSchema = z.object({ ...draftNotes, findings: z.array(findingSchema) });

/** What the result says of its own quality, from what `research` and `qa` left. */
export function qualityOf(outputs: Record<string, Json>): Quality {
  const { findings, ...notes } = checkedSchema.parse(outputs.qa);
  return {
    quality_score: scoreOfDraft(findings, notes),
    qa_feedback: findings,
    provenance: provenanceOf(materialOf({ outputs })),
  };
}
