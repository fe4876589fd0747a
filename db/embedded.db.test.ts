import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { type EmbeddedPostgres, startEmbedded } from "#db/embedded.ts";
import { isPostgres } from "#db/process.ts";

let dataDir: string;
let running: EmbeddedPostgres | null = null;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "hub-embedded-"));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  await running?.stop();
  const cluster = existsSync(join(dataDir, "postgres")) ? realpathSync(join(dataDir, "postgres")) : null;
  if (cluster) rmSync(cluster, { recursive: true });
  rmSync(dataDir, { recursive: true });
});

async function ask(url: string, statement: string): Promise<unknown> {
  const sql = connect(url, { max: 1 });
  try {
    return [...(await sql.unsafe(statement))][0];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

// Each makes a cluster, down to the disk.
describe("the embedded Postgres", { timeout: 240_000 }, () => {
  it("listens on this machine alone, in UTF-8, behind a password", async () => {
    running = await startEmbedded({ dataDir });
    const settings = await ask(
      running.url,
      `select current_setting('listen_addresses') as at, current_setting('server_encoding') as encoding,
        current_setting('unix_socket_directories') as sockets`,
    );
    expect(settings).toEqual({ at: "127.0.0.1", encoding: "UTF8", sockets: "" });
    const wrong = new URL(running.url);
    wrong.password = "guess";
    await expect(ask(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  it("is adopted, not started twice, by whoever comes while it runs", async () => {
    running = await startEmbedded({ dataDir });
    const others = await Promise.all([startEmbedded({ dataDir }), startEmbedded({ dataDir })]);
    expect(others.map(({ pid, adopted }) => ({ pid, adopted }))).toEqual([
      { pid: running.pid, adopted: true },
      { pid: running.pid, adopted: true },
    ]);
  });

  it("comes back with its data and, where asked, on its port after kill -9, once its last process is gone", async () => {
    // Below the ports that systems give out: nobody is given it while Postgres is away.
    running = await startEmbedded({ dataDir, preferredPort: randomInt(20_000, 30_000) });
    await ask(running.url, "create table kept as select 42 as answer");
    const last = await ask(running.url, "select pid from pg_stat_activity where backend_type = 'checkpointer'");
    const { pid } = last as { pid: number };
    process.kill(pid, "SIGSTOP");
    process.kill(running.pid, "SIGKILL");
    const starting = startEmbedded({ dataDir, preferredPort: Number(new URL(running.url).port) });
    try {
      await expect.poll(() => readFileSync(join(dataDir, "postgres.log"), "utf8")).toContain("still in use");
    } finally {
      process.kill(pid, "SIGCONT");
    }
    const again = await starting;
    expect(again).toMatchObject({ adopted: false, url: running.url });
    expect(await ask(again.url, "select answer from kept")).toEqual({ answer: 42 });
    running = again;
  });

  it("is not kept from starting by a lock whose number another program has by now", async () => {
    running = await startEmbedded({ dataDir });
    const lock = join(dataDir, "postgres", "postmaster.pid");
    const lines = readFileSync(lock, "utf8").split("\n");
    await running.stop();
    const other = spawn("sleep", ["60"]);
    writeFileSync(lock, [other.pid, ...lines.slice(1)].join("\n"));
    running = await startEmbedded({ dataDir });
    expect(running.adopted).toBe(false);
    other.kill();
  });

  it("stops cleanly", async () => {
    const { pid, stop } = await startEmbedded({ dataDir });
    await stop();
    expect(isPostgres(pid)).toBe(false);
    expect(readFileSync(join(dataDir, "postgres.log"), "utf8")).toContain("database system is shut down");
  });

  it.runIf(userInfo().uid === 0)("lives elsewhere when root's folder is closed to the user it runs as", async () => {
    chmodSync(dataDir, 0o700);
    running = await startEmbedded({ dataDir });
    expect(lstatSync(join(dataDir, "postgres")).isSymbolicLink()).toBe(true);
    expect(await ask(running.url, "select 1 as one")).toEqual({ one: 1 });
  });
});
