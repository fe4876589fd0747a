import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runningEmbeddedUrl } from "#db/url.ts";

/** A production start of its own: a free port, an empty database, a folder that goes with it. */
export type Hub = {
  baseUrl: string;
  /** The database as its owner, to look into. */
  databaseUrl: string;
  /** Its `DATA_DIR`. */
  dataDir: string;
  /** The link that makes the first admin. */
  setupUrl: string;
  output(): string;
  stop(): Promise<void>;
};

/** They end what hangs, and say nothing of speed: tests and browsers may run beside it. */
const startDeadlineMs = 240_000;
const stopDeadlineMs = 60_000;

/** @param beside a hub whose database and folder a second web process shall share; without it, everything is its own. */
export async function startHub(
  env: Record<string, string> = {},
  beside?: Pick<Hub, "databaseUrl" | "dataDir">,
): Promise<Hub> {
  const dataDir = beside?.dataDir ?? mkdtempSync(join(tmpdir(), "oversight-hub-e2e-"));
  if (!beside) chmodSync(dataDir, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, "start.ts"), ...(beside ? ["--web"] : [])], {
    cwd: join(import.meta.dirname, ".."),
    env: {
      ...process.env,
      // Nothing of whoever runs the tests: the hub starts as on a fresh machine.
      DATABASE_URL: beside?.databaseUrl ?? "",
      PUBLIC_URL: "",
      ADMIN_EMAIL: "",
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      // The tests come from one address and in bursts; the limit has tests of its own, by keys with limits of their own.
      RATE_LIMIT_PER_MINUTE: "100000",
      RATE_LIMIT_BURST: "100000",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await Promise.race([exited, sleep(stopDeadlineMs, null, { ref: false })]);
    child.kill("SIGKILL");
    if (!beside) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  };

  const deadline = Date.now() + startDeadlineMs;
  while (!/is ready at/.test(output)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The hub did not start:\n${output}`);
    }
    await sleep(50);
  }
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    databaseUrl: beside?.databaseUrl ?? runningEmbeddedUrl(dataDir) ?? "",
    dataDir,
    setupUrl: /\S+\/setup\?token=\S+/.exec(output)?.[0] ?? "",
    output: () => output,
    stop,
  };
}

/** Below the ports that systems give to whoever asks for any: nobody is given it before the hub takes it, seconds later. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
