import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connect } from "#db/connect.ts";
import * as schema from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { AuditSealer, sealAudit } from "#domain/audit/seal-audit.ts";
import { verifyChain } from "#domain/audit/verify-chain.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { insertBareAccount } from "#domain/work/testing.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

async function newCtx(): Promise<Ctx> {
  const accountId = await insertBareAccount(test.db);
  return { db: test.db, actor: systemActor(accountId, "test"), requestId: null };
}

async function decide(ctx: Ctx, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await inAccount(ctx, (tx) =>
      recordAudit(
        { ...ctx, tx },
        { action: "task.approve", targetType: "task", targetId: `t${index}`, detail: { index } },
      ),
    );
  }
}

/** Past the trigger that refuses changes, as somebody with the whole database in hand would. */
async function tamper(statement: string): Promise<void> {
  await test.owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(statement);
  });
}

describe("the audit chain", () => {
  it("takes each row once, in order and without gaps, by account, however many seal", async () => {
    const [first, second] = [await newCtx(), await newCtx()];
    await Promise.all([decide(first, 5), decide(second, 3)]);
    expect(await verifyChain(first)).toMatchObject({ intact: true, length: 0, unsealed: 5 });
    const sealer = new AuditSealer(test.db);
    await Promise.all([sealAudit(test.db), sealer.seal(), sealAudit(test.db)]);
    await sealer.seal();
    expect(await verifyChain(first)).toMatchObject({ intact: true, length: 5, unsealed: 0 });
    expect(await verifyChain(second)).toMatchObject({ intact: true, length: 3, unsealed: 0 });
  });

  it("takes a row whose transaction committed after later ones were sealed", async () => {
    const ctx = await newCtx();
    const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
    const { promise: written, resolve: hasWritten } = Promise.withResolvers<void>();
    const late = inAccount(ctx, async (tx) => {
      await recordAudit({ ...ctx, tx }, { action: "task.edit", targetType: "task", targetId: "late" });
      hasWritten();
      await mayCommit;
    });
    await written;
    await decide(ctx, 2);
    await sealAudit(test.db);
    commit();
    await late;
    await sealAudit(test.db);
    expect(await verifyChain(ctx)).toMatchObject({ intact: true, length: 3, unsealed: 0 });
  });

  it("goes on without reading what was settled long ago", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const ctx = await newCtx();
    const sealer = new AuditSealer(test.db);
    for (let hour = 1; hour <= 3; hour++) {
      await decide(ctx, 2);
      expect(await sealer.seal()).toBe(2);
      vi.setSystemTime(Date.now() + 3_600_000);
      expect(await sealer.seal()).toBe(0);
    }
    vi.useRealTimers();
    expect(await verifyChain(ctx)).toMatchObject({ intact: true, length: 6, unsealed: 0 });
  });

  it("looks at what is old once, and then at no more than may still be committed", async () => {
    const ctx = await newCtx();
    await decide(ctx, 3);
    await tamper("update audit set created_at = now() - interval '1 hour'");
    const [old] = await test.owner`select max(id)::int as id from audit`;
    const looked: unknown[] = [];
    const pool = connect(test.appUrl, { max: 1 });
    const logger = {
      logQuery: (query: string, [aboveId]: unknown[]) => {
        if (query.includes('left join "audit_seals"')) looked.push(aboveId);
      },
    };
    const sealer = new AuditSealer(drizzle(pool, { schema, logger }));
    await sealer.seal();
    await decide(ctx, 2);
    expect(await sealer.seal()).toBe(2);
    expect(looked).toEqual([0, old?.id]);
    expect(await verifyChain(ctx)).toMatchObject({ length: 5, unsealed: 0 });
    await pool.end({ timeout: 1 });
  });

  it.each([
    ["a changed row", (id: number) => `update audit set detail = '{"index": 99}' where id = ${id}`, "changed"],
    ["a removed row", (id: number) => `delete from audit where id = ${id}`, "gone"],
    ["a removed seal", (id: number) => `delete from audit_seals where audit_id = ${id}`, "missing"],
    [
      "a forged hash",
      (id: number) => `update audit_seals set hash = repeat('a', 64) where audit_id = ${id}`,
      "changed",
    ],
  ])("shows %s, and where", async (_, statement, reason) => {
    const ctx = await newCtx();
    await decide(ctx, 4);
    await sealAudit(test.db);
    const [third] = await test.owner`
      select audit_id from audit_seals where account_id = ${ctx.actor.accountId} and position = 3`;
    await tamper(statement(Number(third?.audit_id)));
    expect(await verifyChain(ctx)).toMatchObject({
      intact: false,
      position: 3,
      reason: expect.stringContaining(reason),
    });
  });

  it("shows a row that was slipped in long ago and never sealed", async () => {
    const ctx = await newCtx();
    await decide(ctx, 1);
    await tamper(
      `update audit set created_at = now() - interval '2 hours' where account_id = '${ctx.actor.accountId}'`,
    );
    expect(await verifyChain(ctx)).toMatchObject({ intact: false, position: 1 });
  });
});
