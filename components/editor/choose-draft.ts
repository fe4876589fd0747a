import type { Draft } from "#lib/contract/draft.ts";
import type { TaskDraft } from "./task-draft.ts";

export type WaitingDraft = {
  draft: TaskDraft;
  /** The hub's, from another window or machine, where this browser has words that it never saw. */
  rival: TaskDraft | null;
};

export function fromHub({ base, changes, kept_at: keptAt }: Draft): TaskDraft {
  return { base, ...changes, at: keptAt, keptAt, sent: true };
}

/**
 * Which draft to go on with. This browser's copy counts when the hub has not seen it; else the hub's does.
 * @param kept the hub's; undefined while it cannot be asked
 */
export function chooseDraft(here: TaskDraft | null, kept: Draft | null | undefined): WaitingDraft | null {
  if (kept === undefined) return here && { draft: here, rival: null };
  // The hub had these words and has no draft any more: it was saved or thrown away elsewhere.
  if (kept === null) return here && !here.sent ? { draft: { ...here, keptAt: null }, rival: null } : null;
  if (here && here.keptAt === kept.kept_at) return { draft: here, rival: null };
  const theirs = fromHub(kept);
  return here && !here.sent ? { draft: here, rival: theirs } : { draft: theirs, rival: null };
}
