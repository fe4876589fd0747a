import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { Listener } from "#db/listener.ts";
import { appendOnlyTables, ensureAppRole } from "#db/roles.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { env } from "#lib/env.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

describe("the app's role", () => {
  it("neither owns a table nor bypasses row-level security", async () => {
    const [role] = await test.owner`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = ${new URL(test.appUrl).username}`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 });
  });

  it.each(appendOnlyTables)("adds to %s and cannot change or remove what is there", async (table) => {
    const app = connect(test.appUrl, { max: 1 });
    const privileges = await app<{ privilege: string }[]>`
      select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as privilege
      where has_table_privilege(${table}, privilege)`;
    expect(privileges.map(({ privilege }) => privilege)).toEqual(["SELECT", "INSERT"]);
    for (const statement of [`update ${table} set account_id = null`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(app.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    }
    await app.end();
  });

  it("uses the queue's tables, and can make or drop none", async () => {
    const app = connect(test.appUrl, { max: 1 });
    const queues = await app<{ name: string }[]>`select name from pgboss.queue order by name`;
    expect(queues.map(({ name }) => name)).toContain("task.generate");
    await expect(app`create table public.mine (id int)`).rejects.toMatchObject({ code: "42501" });
    await expect(app`drop table pgboss.queue`).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });

  it("works against deadlines", async () => {
    const app = connect(test.appUrl, { max: 1 });
    const [row] = await app`
      select current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle`;
    expect(row).toEqual({ statement: "15s", idle: "30s" });
    await app.end();
  });

  it("is not taken from those who use it with another secret", async () => {
    const other = "the secret of a machine that was set up apart";
    await expect(ensureAppRole(test.owner, test.url, other, false)).rejects.toThrow("another AUTH_SECRET");
    const app = connect(test.appUrl, { max: 1 });
    expect(await app`select 1 as still`).toEqual([{ still: 1 }]);
    await app.end();
  });

  it("is left as it is when made again", async () => {
    const role = await ensureAppRole(test.owner, test.url, env().AUTH_SECRET);
    expect(role).toBe(new URL(test.appUrl).username);
  });
});

describe("Listener", () => {
  it("hears again after its connection was cut, and says that it may have missed something", async () => {
    const listener = new Listener(test.appUrl);
    const heard: string[] = [];
    const { promise: reconnected, resolve } = Promise.withResolvers<void>();
    await listener.listen("hub_test", (payload) => heard.push(payload), resolve);
    await test.owner.notify("hub_test", "before");
    await expect.poll(() => heard).toEqual(["before"]);

    // This database's alone: others listen in the same cluster.
    await test.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'oversight-hub listen' and datname = current_database()`;
    await reconnected;
    await test.owner.notify("hub_test", "after");
    await expect.poll(() => heard).toEqual(["before", "after"]);
    await listener.end();
  });

  it("stops hearing when told", async () => {
    const listener = new Listener(test.appUrl);
    const heard: string[] = [];
    const stop = await listener.listen("hub_test", (payload) => heard.push(`first ${payload}`));
    await listener.listen("hub_test", (payload) => heard.push(`second ${payload}`));
    await stop();
    await test.owner.notify("hub_test", "one");
    await expect.poll(() => heard).toEqual(["second one"]);
    await listener.end();
  });
});
