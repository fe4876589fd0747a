import type { AnyRun } from "#task-types/phase-run.ts";
import { checkNarrative, type NarrativeTask, narrate, narrativeSchema } from "./narrate.ts";
import { checkPassages, rewriteNarrative, rewrittenSchema } from "./rewrite-narrative.ts";

/** The phases of a type whose text is about computed figures, for the whole of it or for some passages. */
export function narrativePhases<Run extends AnyRun>(taskOf: (run: Run) => NarrativeTask) {
  return {
    creative: async (run: Run) =>
      run.blocks ? rewriteNarrative(run, taskOf(run)) : { narrative: await narrate(run, taskOf(run)) },

    qa: (run: Run) =>
      run.blocks
        ? checkPassages(run, taskOf(run), rewrittenSchema.parse(run.outputs.creative))
        : checkNarrative(run, taskOf(run), narrativeSchema.parse(run.outputs.creative).narrative),
  };
}
