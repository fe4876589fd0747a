import { createHash } from "node:crypto";
import * as z from "zod";
import { findKeptArtifact } from "#domain/artifacts/find-kept-artifact.ts";
import { type ArtifactRow, storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { withLease } from "#domain/work/lease.ts";
import { type JsonObject, jsonObjectSchema } from "#lib/contract/json.ts";
import type { DrawnPicture, GeneratedImage, ImageCall, NewArtifact } from "#task-types/phase-run.ts";
import { saidSchema } from "#worker/phase-collector.ts";
import type { TaskRun } from "#worker/task-run.ts";
import { untilDatabaseIsBack, untilStoreIsBack } from "#worker/until-database-is-back.ts";

/** A file with what its maker said of it. */
type Made = { artifact: NewArtifact; note?: JsonObject };

/**
 * A file that is made once in a task. It is not marked with its phase: what took long or was paid for outlasts an
 * interruption, and with it the model that ran and what was degraded about it.
 */
export async function keepOnce(
  run: TaskRun,
  phase: string,
  key: string,
  make: () => Promise<NewArtifact>,
): Promise<ArtifactRow> {
  return keep(run, hashOf([phase, key]), async () => ({ artifact: await make() }));
}

const noteSchema = z.object({
  width: z.int(),
  height: z.int(),
  credit: z.string().nullable(),
  alt: z.string().nullable(),
  svg: z.string().nullable(),
  modelId: z.string(),
}) satisfies z.ZodType<Omit<GeneratedImage, "bytes" | "contentType">>;

/** A picture that is drawn once in a round: another round is asked for because another picture is wanted. */
export async function drawOnce(
  run: TaskRun,
  phase: string,
  call: ImageCall,
  file: Pick<NewArtifact, "name" | "role">,
): Promise<DrawnPicture> {
  const { round, feedback } = run.task;
  const row = await keep(run, hashOf([phase, round, feedback, call]), async () => {
    const { bytes, contentType, ...note } = await run.models.drawImage(phase, call);
    const { width, height } = note;
    return { artifact: { ...file, contentType, bytes, width, height }, note };
  });
  return { ...noteSchema.parse(row.metadata?.note), file: `artifact:${row.id}` };
}

async function keep(run: TaskRun, kept: string, make: () => Promise<Made>): Promise<ArtifactRow> {
  const { signal } = run.controller;
  const found = await untilDatabaseIsBack(signal, () => findKeptArtifact(run.ctx, run.task.uid, kept));
  if (found && (await untilStoreIsBack(signal, () => run.workshop.store.has(found.sha256)))) {
    const said = saidSchema.safeParse(found.metadata?.said).data;
    if (said) run.collector.recall(said);
    return found;
  }
  const listened = run.collector.listen();
  const { artifact, note } = await make();
  return store(run, artifact, { kept, said: listened(), ...(note && { note }) });
}

/** Behind the lease: a worker that lost its task leaves nothing. */
export function store(run: TaskRun, artifact: NewArtifact, metadata: JsonObject): Promise<ArtifactRow> {
  const { ctx, lease, task, workshop } = run;
  const row = { ...artifact, taskUid: task.uid, metadata: jsonObjectSchema.parse(metadata) };
  // To store it twice leaves a row that nothing names, which goes with the task.
  return untilStoreIsBack(run.controller.signal, () =>
    storeArtifact(ctx, workshop.store, row, (work) => withLease(ctx, lease, work)),
  );
}

function hashOf(parts: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
