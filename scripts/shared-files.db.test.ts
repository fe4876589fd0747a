import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { StartupError } from "#lib/startup-error.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import { ensureSharedFiles } from "#scripts/shared-files.ts";

let hub: TestHub;
let folder: string;
beforeEach(async () => {
  hub = await createTestHub();
  folder = mkdtempSync(join(tmpdir(), "hub-shared-"));
});
afterEach(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const start = (name: string) => ensureSharedFiles(hub.url, join(folder, name));
const markIn = (name: string) => readFileSync(join(folder, name, "artifacts", "mark"), "utf8");

async function storeIn(name: string, text: string): Promise<void> {
  const task = await insertTaskIn(hub.ctx, "completed");
  const file = { name: "a.txt", role: "data", contentType: "text/plain", bytes: new TextEncoder().encode(text) };
  await storeArtifact(hub.ctx, new LocalArtifactStore(join(folder, name)), { ...file, taskUid: task.uid });
}

it("machines that share a folder start, one after the other and at the same time", async () => {
  await Promise.all([start("shared"), start("shared"), start("shared")]);
  const first = markIn("shared");
  await storeIn("shared", "a file");
  await start("shared");
  expect(markIn("shared")).toBe(first);
});

it("a machine with a folder of its own does not, before there is a file and after", async () => {
  await start("shared");
  await expect(start("own")).rejects.toThrow(StartupError);
  await storeIn("shared", "a file");
  await expect(start("own")).rejects.toThrow(/DATA_DIR .*own is not the folder.* one shared DATA_DIR.* S3_BUCKET/);
  await start("shared");
});

it("neither does one without a bucket where the files lie in one", async () => {
  await storeIn("bucket", "a file");
  await expect(start("own")).rejects.toThrow(StartupError);
});

it("a folder that was copied is taken, with or without its mark", async () => {
  await start("shared");
  await storeIn("copy", "a file");
  await start("copy");
  expect(markIn("copy")).toBe(markIn("shared"));
});

it("whoever has lost the files goes on as the message says", async () => {
  await storeIn("gone", "a file");
  const { message } = (await start("new").catch((error: unknown) => error)) as StartupError;
  const [, id = "", path = ""] = /write (\S+) to (\S+)\.$/.exec(message) ?? [];
  expect(message.split("\n")).toHaveLength(1);
  mkdirSync(join(folder, "new", "artifacts"), { recursive: true });
  writeFileSync(path, id);
  await start("new");
});
