import { revisions } from "#db/schema/history.ts";
import { actorRecord, type TxCtx } from "#domain/context.ts";
import { canonicalSha256 } from "#lib/canonical-hash.ts";
import type { JsonObject } from "#lib/contract/json.ts";

export type RevisionDraft = {
  content: string | null;
  result: JsonObject;
  origin: "generated" | "edited" | "restored";
  note: string | null;
};

/** SHA-256 in hex over the canonical JSON (sorted keys) of what a reader would see: content and result. */
export function revisionSha256(draft: Pick<RevisionDraft, "content" | "result">): string {
  return canonicalSha256({ content: draft.content, result: draft.result });
}

/**
 * Appends the task's next revision. The caller's UPDATE of the task, in the same transaction, makes it the current one;
 * two callers who saw the same current revision meet at the unique number, and the later one fails.
 */
export async function addRevision(
  ctx: TxCtx,
  task: { uid: string; round: number; revision: number | null },
  draft: RevisionDraft,
): Promise<{ number: number; sha256: string }> {
  const number = (task.revision ?? 0) + 1;
  const sha256 = revisionSha256(draft);
  await ctx.tx.insert(revisions).values({
    accountId: ctx.actor.accountId,
    taskUid: task.uid,
    number,
    sha256,
    round: task.round,
    author: actorRecord(ctx.actor),
    ...draft,
  });
  return { number, sha256 };
}
