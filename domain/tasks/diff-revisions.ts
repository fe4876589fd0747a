import { diffWordsWithSpace } from "diff";
import type { Ctx } from "#domain/context.ts";
import type { TaskRef } from "#domain/tasks/find-task-row.ts";
import { getRevisions } from "#domain/tasks/read-history.ts";
import { canonicalJson } from "#lib/canonical-hash.ts";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { RevisionDiff } from "#lib/contract/revision-diff.ts";

/** What changed between two revisions. @throws HubError NOT_FOUND for a revision that is not there. */
export async function diffRevisions(
  ctx: Ctx,
  ref: TaskRef,
  { from, to }: { from: number; to: number },
): Promise<RevisionDiff> {
  const [before, after] = await getRevisions(ctx, ref, [from, to]);
  const content = diffWordsWithSpace(before?.content ?? "", after?.content ?? "").map(({ added, removed, value }) => ({
    op: added ? ("added" as const) : removed ? ("removed" as const) : ("same" as const),
    text: value,
  }));
  return {
    from,
    to,
    content,
    words_added: countWords(content, "added"),
    words_removed: countWords(content, "removed"),
    result: changedFields(before?.result ?? {}, after?.result ?? {}),
  };
}

function countWords(parts: RevisionDiff["content"], op: string): number {
  return parts.filter((part) => part.op === op).reduce((sum, part) => sum + (part.text.match(/\S+/g)?.length ?? 0), 0);
}

function changedFields(before: JsonObject, after: JsonObject): RevisionDiff["result"] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((path) => {
    const [old, now]: [Json, Json] = [before[path] ?? null, after[path] ?? null];
    return canonicalJson(old) === canonicalJson(now) ? [] : [{ path, before: old, after: now }];
  });
}
