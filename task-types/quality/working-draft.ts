import * as z from "zod";
import type { AnyRun } from "#task-types/phase-run.ts";
import type { Finding } from "./finding.ts";
import { scoreOf } from "./score.ts";

/** What an author says of a draft beside its words. */
export const draftNotes = {
  working_draft: z.boolean().default(false).describe("True only for a plan that a person has yet to supply facts for"),
  shortcomings: z.array(z.string()).default([]).describe("What could not be done as asked; usually empty"),
};
export type DraftNotes = z.output<z.ZodObject<typeof draftNotes>>;

/** A working draft is nothing to send out, however well it is made. */
export const workingDraftLimit = 4;

/** Lets everyone know in what a draft falls short. @param hasMaterial whether there was anything to write from */
export function tellShortcomings(
  run: Pick<AnyRun, "degrade">,
  { working_draft, shortcomings }: DraftNotes,
  hasMaterial: boolean,
): void {
  for (const shortcoming of shortcomings) run.degrade(shortcoming);
  if (!hasMaterial) run.degrade("no_source_material");
  else if (working_draft)
    run.degrade("The source material held nothing that could be used, so this is a working draft.");
}

export function scoreOfDraft(
  findings: readonly Finding[],
  { working_draft }: Pick<DraftNotes, "working_draft">,
): number {
  return Math.min(scoreOf(findings), working_draft ? workingDraftLimit : 10);
}
