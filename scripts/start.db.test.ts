import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { startEmbedded } from "#db/embedded.ts";
import { isPostgres } from "#db/process.ts";
import { runningEmbeddedUrl } from "#db/url.ts";

let dataDir: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "hub-start-"));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  if (runningEmbeddedUrl(dataDir)) await (await startEmbedded({ dataDir })).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs scripts/start.ts; the promise gives its exit code. */
function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "start.ts"), ...args], {
    cwd: join(import.meta.dirname, ".."),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "test",
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, output: () => output, exited };
}

/** A fresh cluster is made each time, which takes a slow machine a while: it ends what hangs. */
const wait = { timeout: 240_000, interval: 50 };

async function startWorker() {
  const hub = start(["--worker"]);
  await expect.poll(hub.output, wait).toContain("The worker is ready.");
  return hub;
}

/** The worker that a supervisor runs now. */
function workerOf(supervisor: ChildProcess): number | null {
  const children = readFileSync(`/proc/${supervisor.pid}/task/${supervisor.pid}/children`, "utf8").trim().split(" ");
  const found = children.find((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("worker/index.ts");
    } catch {
      return false;
    }
  });
  return found ? Number(found) : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

const postmaster = () => Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

describe.runIf(process.platform === "linux")("npm start", { timeout: 600_000 }, () => {
  it("ends everything on SIGTERM", async () => {
    const hub = await startWorker();
    const [worker, postgres] = [workerOf(hub.child) ?? 0, postmaster()];
    hub.child.kill("SIGTERM");
    expect(await hub.exited).toBe(0);
    expect([isAlive(worker), isPostgres(postgres)]).toEqual([false, false]);
  });

  it("starts the worker and Postgres again when they are killed", async () => {
    const hub = await startWorker();
    const worker = workerOf(hub.child) ?? 0;
    process.kill(worker, "SIGKILL");
    await expect.poll(() => workerOf(hub.child) ?? worker, wait).not.toBe(worker);
    const postgres = postmaster();
    process.kill(postgres, "SIGKILL");
    await expect.poll(() => runningEmbeddedUrl(dataDir) && postmaster() !== postgres, wait).toBe(true);
    hub.child.kill("SIGTERM");
    expect(await hub.exited).toBe(0);
  });

  it("leaves no worker behind when it is killed itself, and comes back with all data", async () => {
    const hub = await startWorker();
    const worker = workerOf(hub.child) ?? 0;
    const owner = connect(runningEmbeddedUrl(dataDir) ?? "", { max: 1 });
    await owner`insert into accounts (id, name, slug) values (gen_random_uuid(), 'Kept', 'kept')`;
    await owner.end();
    hub.child.kill("SIGKILL");
    await expect.poll(() => isAlive(worker), wait).toBe(false);

    const again = await startWorker();
    const after = connect(runningEmbeddedUrl(dataDir) ?? "", { max: 1 });
    expect([...(await after`select slug from accounts`)]).toEqual([{ slug: "kept" }]);
    await after.end();
    again.child.kill("SIGTERM");
    expect(await again.exited).toBe(0);
  });
});

describe("what npm start cannot use", () => {
  let taken: Server;
  beforeEach(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => {
    taken.close();
  });

  const unreachable = "postgres://hub:secret@127.0.0.1:1/hub";
  it.each([
    ["an option that there is not", ["--wrong"], {}, /^--wrong is not an option; there are --web and --worker/],
    ["a port that is no number", [], { PORT: "http" }, /^PORT must be a whole number from 1 to 65535\.$/],
    [
      "a database that is not there",
      ["--worker"],
      { DATABASE_URL: unreachable },
      /^The database at 127\.0\.0\.1:1\/hub cannot/,
    ],
    [
      "a folder that cannot be",
      ["--worker"],
      { DATA_DIR: "/dev/null/data" },
      /^DATA_DIR \/dev\/null\/data cannot be written/,
    ],
  ])("is %s: one line, and 1", async (_, args, env, line) => {
    const hub = start(args, env as Record<string, string>);
    expect(await hub.exited).toBe(1);
    expect(hub.output().trim()).toMatch(line);
    expect(hub.output().trim().split("\n")).toHaveLength(1);
  });

  it("is a port in use: one line, and 1", async () => {
    const { port } = taken.address() as AddressInfo;
    const hub = start([], { PORT: String(port) });
    expect(await hub.exited).toBe(1);
    expect(hub.output().trim()).toBe(`Port ${port} on 127.0.0.1 is in use; set PORT to another.`);
  });
});
