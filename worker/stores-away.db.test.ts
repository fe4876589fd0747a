import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "#db/client.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { insertBareAccount, queueTestTask, readMoves, readTask } from "#domain/work/testing.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";
import { StoreAway } from "#lib/storage/store-away.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { attemptTask, scriptedPipeline } from "#worker/testing.ts";

let test: TestDatabase;
let accountId: string;
const folder = mkdtempSync(join(tmpdir(), "hub-stores-away-"));
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Refuses so many transactions before the next one passes. */
let refusals = 0;
const refusing = () =>
  new Proxy(test.db, {
    get(db, name) {
      if (name !== "transaction") return Reflect.get(db, name);
      if (refusals === 0) return db.transaction.bind(db);
      refusals -= 1;
      return () => Promise.reject(Object.assign(new Error("the database restarts"), { code: "57P01" }));
    },
  }) as Database;

const file = { name: "a.txt", role: "segment", contentType: "text/plain", bytes: new TextEncoder().encode("Tides") };

it("a database that restarts while a phase reads what it has made costs no attempt", async () => {
  const task = await queueTestTask(test.db, accountId, {});
  const two = async (run: PhaseRun) => {
    const reference = await run.storeArtifact(file);
    refusals = 2;
    const { bytes } = await run.readArtifact(reference);
    refusals = 2;
    return `${new TextDecoder().decode(bytes)} ${await run.readTaskResult("none")}`;
  };
  const store = new LocalArtifactStore(folder);
  const { ended } = await attemptTask(refusing(), task, scriptedPipeline({ two }), { store });
  expect(await ended).toBe("awaiting_approval");
  expect(await readTask(test.db, task)).toMatchObject({ attempt: 1 });
  expect(await readMoves(test.db, task)).toEqual(["start", "finish_for_review"]);
});

it("what was paid for is kept through an artifact store that is away for a moment, and not made again", async () => {
  const task = await queueTestTask(test.db, accountId, {});
  const store = new LocalArtifactStore(folder);
  const busy = [1, 2].map(() => new StoreAway("The artifact store answered 503 (SlowDown) to PUT"));
  const put = store.put.bind(store);
  store.put = async (sha256, bytes) => {
    const fault = busy.pop();
    if (fault) throw fault;
    return put(sha256, bytes);
  };
  let made = 0;
  const two = (run: PhaseRun) =>
    run.keepArtifact("shot 1", async () => {
      made++;
      return { ...file, bytes: new TextEncoder().encode("Dear") };
    });
  const { ended } = await attemptTask(test.db, task, scriptedPipeline({ two }), { store });
  expect(await ended).toBe("awaiting_approval");
  expect({ made, busy }).toEqual({ made: 1, busy: [] });
  expect(await readMoves(test.db, task)).toEqual(["start", "finish_for_review"]);
  const rows = await test.owner`select from artifacts where task_uid = ${task.uid}`;
  expect(rows).toHaveLength(1);
});
