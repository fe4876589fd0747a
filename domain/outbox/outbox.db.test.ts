import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { findArtifact } from "#domain/artifacts/find-artifact.ts";
import { removeTaskArtifacts } from "#domain/artifacts/remove-task-artifacts.ts";
import { removeUnusedFile } from "#domain/artifacts/remove-unused-file.ts";
import { storeArtifact } from "#domain/artifacts/store-artifact.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { deliverOutbox } from "#domain/outbox/deliver-outbox.ts";
import { writeOutbox } from "#domain/outbox/write-outbox.ts";
import { insertBareAccount, queueTestTask } from "#domain/work/testing.ts";
import { LocalArtifactStore } from "#lib/storage/local-artifact-store.ts";

let test: TestDatabase;
let folder: string;
let store: LocalArtifactStore;
beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "hub-artifacts-"));
  store = new LocalArtifactStore(folder);
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

async function newCtx(): Promise<Ctx> {
  const accountId = await insertBareAccount(test.db);
  return { db: test.db, actor: systemActor(accountId, "test"), requestId: null };
}

const png = { name: "a.png", role: "featured_image", contentType: "image/png" };
const sha256 = "ab".repeat(32);
/** Well in the past: columns keep milliseconds, rounded, and a rounded now may still lie ahead. */
const makeDue = () => test.owner`update outbox set not_before = now() - interval '1 second' where delivered_at is null`;

describe("an effect", () => {
  it("is carried out after its commit, and once for each idempotency key", async () => {
    const ctx = await newCtx();
    const effect = { kind: "artifact.remove" as const, payload: { sha256 }, idempotencyKey: "once" };
    await inAccount(ctx, (tx) => writeOutbox({ ...ctx, tx }, [effect]));
    await inAccount(ctx, (tx) => writeOutbox({ ...ctx, tx }, [effect]));
    const rolledBack = inAccount(ctx, async (tx) => {
      await writeOutbox({ ...ctx, tx }, [{ ...effect, idempotencyKey: "never" }]);
      throw new Error("on purpose");
    });
    await expect(rolledBack).rejects.toThrow("on purpose");

    const seen: string[] = [];
    const handlers = { "artifact.remove": async (e: { idempotencyKey: string }) => void seen.push(e.idempotencyKey) };
    await Promise.all([deliverOutbox(test.db, handlers), deliverOutbox(test.db, handlers)]);
    await makeDue();
    await deliverOutbox(test.db, handlers);
    expect(seen).toEqual(["once"]);
  });

  it("waits for its time, and is tried again later when it fails", async () => {
    const ctx = await newCtx();
    const notBefore = new Date(Date.now() + 10_000);
    const effect = { kind: "artifact.remove" as const, payload: { sha256 }, idempotencyKey: "later", notBefore };
    await inAccount(ctx, (tx) => writeOutbox({ ...ctx, tx }, [effect]));
    let tries = 0;
    const handlers = {
      "artifact.remove": async () => {
        tries += 1;
        if (tries === 1) throw new Error("the store is away");
      },
    };
    await deliverOutbox(test.db, handlers);
    expect(tries).toBe(0);
    await makeDue();
    expect((await deliverOutbox(test.db, handlers)).failed).toMatchObject([{ error: "the store is away" }]);
    await deliverOutbox(test.db, handlers);
    expect(tries, "not again at once").toBe(1);
    await makeDue();
    expect(await deliverOutbox(test.db, handlers)).toEqual({ delivered: 1, failed: [] });
  });
});

describe("a file", () => {
  it("stays while any account has it, and goes with the last", async () => {
    const [first, second] = [await newCtx(), await newCtx()];
    const bytes = new TextEncoder().encode("the same picture");
    const [mine, theirs] = await Promise.all(
      [first, second].map(async (ctx) => {
        const task = await queueTestTask(test.db, ctx.actor.accountId);
        return storeArtifact(ctx, store, { ...png, bytes, taskUid: task.uid });
      }),
    );
    expect(mine?.sha256).toBe(theirs?.sha256);
    expect(await findArtifact(second, mine?.id ?? "")).toBeNull();

    const handlers = {
      "artifact.remove": (e: { payload: { sha256: string } }) => removeUnusedFile(test.db, store, e.payload.sha256),
    };
    await inAccount(first, (tx) => removeTaskArtifacts({ ...first, tx }, mine?.taskUid ?? ""));
    await makeDue();
    await deliverOutbox(test.db, handlers);
    expect(await findArtifact(first, mine?.id ?? "")).toBeNull();
    expect(await store.has(mine?.sha256 ?? "")).toBe(true);

    await inAccount(second, (tx) => removeTaskArtifacts({ ...second, tx }, theirs?.taskUid ?? ""));
    await makeDue();
    await deliverOutbox(test.db, handlers);
    expect(await store.has(mine?.sha256 ?? "")).toBe(false);
  });

  it("leaves no row when its bytes cannot be kept", async () => {
    const ctx = await newCtx();
    const full = { ...store, put: () => Promise.reject(new Error("no space left")) } as never;
    const bytes = new Uint8Array([1]);
    await expect(storeArtifact(ctx, full, { ...png, bytes, taskUid: null })).rejects.toThrow("no space left");
    expect(await test.owner`select from artifacts where account_id = ${ctx.actor.accountId}`).toHaveLength(0);
  });
});
