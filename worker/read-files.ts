import { findArtifact } from "#domain/artifacts/find-artifact.ts";
import type { ArtifactRow } from "#domain/artifacts/store-artifact.ts";
import { findTakenUpload } from "#domain/artifacts/take-uploads.ts";
import { HubError } from "#lib/errors.ts";
import { isOwnAddress } from "#lib/http/links.ts";
import { isInline, readInline } from "#task-types/inline-file.ts";
import type { ArtifactReference, FetchedFile } from "#task-types/phase-run.ts";
import type { TaskRun } from "#worker/task-run.ts";
import { untilDatabaseIsBack, untilStoreIsBack } from "#worker/until-database-is-back.ts";

const maxBytes = 100 * 1024 * 1024;
/** Films and music are larger than the pages that the client reads else. */
const fetchLimits = { maxBytes: 50 * 1024 * 1024, timeoutMs: 60_000 };

/** What an address holds itself; this hub's own files from the store, within the account; the rest by the guarded client. */
export async function fetchFile(run: TaskRun, address: string, accept: string[]): Promise<FetchedFile> {
  if (isInline(address)) return readInline(address, accept);
  if (!isOwnAddress(address)) {
    const options = { ...fetchLimits, accept, signal: run.controller.signal };
    const file = await run.workshop.net.fetchBytes(address, options);
    return { ...file, name: decodeURIComponent(new URL(file.url).pathname.split("/").at(-1) ?? "") };
  }
  const id = /\/artifacts\/([0-9a-f-]{36})/i.exec(address)?.[1] ?? "";
  const row = await found(run, () => findArtifact(run.ctx, id));
  if (!row) throw new HubError("NOT_FOUND", "there is no such file in this account");
  return readStored(run, row);
}

/** @throws HubError NOT_FOUND for a file that the task did not take when it was made */
export async function readUpload(run: TaskRun, uploadId: string): Promise<FetchedFile> {
  const row = await found(run, () => findTakenUpload(run.ctx, run.task.uid, uploadId));
  if (!row) throw new HubError("NOT_FOUND", "there is no such upload in this account");
  return readStored(run, row);
}

/** One of this task's own files, by the reference that a phase before left. */
export async function readOwnArtifact(run: TaskRun, reference: ArtifactReference): Promise<FetchedFile> {
  const row = await found(run, () => findArtifact(run.ctx, reference.slice("artifact:".length)));
  if (row?.taskUid !== run.task.uid) throw new HubError("NOT_FOUND", "the task has no such file");
  return readStored(run, row);
}

/** A restart of the database in the middle of a phase costs the phase nothing. */
const found = (run: TaskRun, find: () => Promise<ArtifactRow | null>) =>
  untilDatabaseIsBack(run.controller.signal, find);

async function readStored(
  { workshop, controller }: TaskRun,
  { name, contentType, size, sha256 }: ArtifactRow,
): Promise<FetchedFile> {
  if (size > maxBytes) throw new HubError("PAYLOAD_TOO_LARGE", "the file is larger than 100 MiB");
  const stream = await untilStoreIsBack(controller.signal, () => workshop.store.open(sha256));
  if (!stream) throw new HubError("NOT_FOUND", "the file is no longer in the store");
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return { name, contentType, charset: "utf-8", bytes };
}
