import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";

let test: TestDatabase;
let pool: Sql;
/** Called when this side has heard that a connection is gone. */
let heard = () => {};
const open = (max: number) => connect(test.url, { max, onclose: () => heard() });
beforeAll(async () => {
  test = await createTestDatabase();
  pool = open(2);
});
afterAll(async () => {
  await pool.end({ timeout: 1 });
  await test.close();
});

const away = { code: expect.stringMatching(/^(57P01|CONNECTION_|08)/) };

/** Ends the backend of a connection, and waits until this side has heard of it. */
async function end(pid: number): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    heard = resolve;
  });
  await test.owner`select pg_terminate_backend(${pid}, 5000)`;
  await gone;
}

it("fails a transaction whose connection is lost between two statements, and neither the process nor the next one", async () => {
  // More than the pool holds: a connection that were lost to it would make the last of them wait for ever.
  for (let round = 0; round < 4; round++) {
    const lost = pool.begin(async (tx) => {
      const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await end(backend?.pid ?? 0);
      await tx`select 1`;
    });
    await expect(lost).rejects.toMatchObject(away);
  }
  const both = [1, 2].map((n) => pool.begin((tx) => tx`select ${n}::int as n, pg_sleep(0.05)`));
  expect((await Promise.all(both)).map(([row]) => row?.n)).toEqual([1, 2]);
});

it("fails one that is lost in the middle of a statement", async () => {
  const lost = pool.begin(async (tx) => {
    const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const asleep = tx`select pg_sleep(30)`;
    await Promise.all([asleep, end(backend?.pid ?? 0)]);
  });
  await expect(lost).rejects.toMatchObject(away);
  expect(await pool`select 1 as n`).toMatchObject([{ n: 1 }]);
});

it("lets nothing of a lost transaction into the next one on its connection", async () => {
  const one = open(1);
  await test.owner`create table kept (who text)`;
  const lost = one.begin(async (tx) => {
    const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await end(backend?.pid ?? 0);
    // The pool has opened it again by now, for the next one.
    await Promise.allSettled([tx`insert into kept values ('lost')`, tx`rollback`]);
    await tx`insert into kept values ('lost as well')`;
  });
  const next = one.begin(async (tx) => {
    await tx`insert into kept values ('first')`;
    await tx`select pg_sleep(0.2)`;
    throw new Error("changed its mind");
  });
  await expect(lost).rejects.toMatchObject(away);
  await expect(next).rejects.toThrow("changed its mind");
  expect(await test.owner`select who from kept`).toEqual([]);
  await one.end({ timeout: 1 });
});
