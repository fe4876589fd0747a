import { inArray, sql } from "drizzle-orm";
import { artifacts } from "#db/schema/outputs.ts";
import type { TaskRow } from "#db/schema/tasks.ts";
import { removeArtifactRows } from "#domain/artifacts/remove-task-artifacts.ts";
import { type OpenTransaction, storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { takePictures } from "#domain/artifacts/take-pictures.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { lockTaskRow } from "#domain/tasks/find-task-row.ts";
import { log } from "#lib/log.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import type { NewArtifact } from "#task-types/phase-run.ts";
import type { Draft } from "#task-types/retypeset.ts";

export type RetypesetEdit = {
  draft: Draft;
  /** What the typeset form cannot show, in words for the reviewer. */
  degradedReasons: string[];
  /** Removes the files that were made for it; for an edit that comes to nothing. */
  discard: () => Promise<void>;
};

type Seen = { task: TaskRow; before: Draft; after: Draft };

/** Throws when the task is no longer the one that was seen. */
type StillMeant = (task: TaskRow) => void;

/**
 * Makes what is derived from an edit before its transaction: typesetting takes seconds, and no row is held meanwhile.
 * @param stillMeant asked before a file is kept
 * @throws HubError VALIDATION_ERROR when a derived field alone was edited
 */
export async function retypesetEdit(
  ctx: Ctx,
  { task, before, after: asked }: Seen,
  stillMeant: StillMeant,
): Promise<RetypesetEdit> {
  const reasons = new Set<string>();
  const open: OpenTransaction = (work) =>
    inAccount(ctx, async (tx) => {
      stillMeant(await lockTaskRow(tx, ctx.actor.accountId, { uid: task.uid }));
      await work({ ...ctx, tx });
    });
  const { words: after, made: stored } = await withTakenPictures(asked, task, open);
  const keep = async (artifact: NewArtifact) => {
    const row = { ...artifact, taskUid: task.uid, metadata: { edit_of_revision: task.revision } };
    const { id } = await storeArtifact(ctx, getArtifactStore(), row, open);
    stored.push(id);
    return `artifact:${id}` as const;
  };
  const discard = () => discardArtifacts(ctx, task.uid, stored);
  const retypeset = (await findPipeline(task.taskType))?.retypeset;
  if (!retypeset) return { draft: after, degradedReasons: [], discard };
  const edit = { request: task.requestData ?? {}, language: task.language, before, after };
  try {
    const draft = await retypeset(edit, { storeArtifact: keep, degrade: (reason) => reasons.add(reason) });
    return { draft, degradedReasons: [...reasons], discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** Pictures that were uploaded for these words are the task's before anything is made of them. */
async function withTakenPictures(asked: Draft, task: TaskRow, open: OpenTransaction) {
  let taken = { words: asked, made: [] as string[] };
  if (JSON.stringify(asked).includes("artifact:")) {
    await open(async (txCtx) => {
      taken = await takePictures(txCtx, task.uid, asked);
    });
  }
  return taken;
}

/** Loaded at the first edit, and not bundled: pipelines bring typesetters that only Node's own loader finds whole. */
async function findPipeline(taskType: string): Promise<Pipeline | null> {
  const { pipelines } = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ "#task-types/pipelines.ts");
  const byName: Record<string, Pipeline> = pipelines;
  return Object.hasOwn(byName, taskType) ? (byName[taskType] ?? null) : null;
}

/** Spares what a revision names after all: a commit whose answer was lost looks like a failure. */
async function discardArtifacts(ctx: Ctx, taskUid: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const unnamed = sql`${inArray(artifacts.id, ids)} and not exists (
    select from revisions r where r.account_id = ${ctx.actor.accountId} and r.task_uid = ${taskUid}
      and strpos(coalesce(r.content, '') || r.result::text, 'artifact:' || ${artifacts.id}) > 0)`;
  try {
    await inAccount(ctx, (tx) => removeArtifactRows({ ...ctx, tx }, taskUid, unnamed));
  } catch (error) {
    log.error({ err: error, taskUid, artifacts: ids }, "files of an edit that came to nothing could not be removed");
  }
}
