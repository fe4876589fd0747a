import { spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync, realpathSync, rmSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "#db/connect.ts";
import { type PostgresHome, preparePostgresHome } from "#db/embedded-home.ts";
import { initialiseCluster, isInitialised } from "#db/embedded-init.ts";
import { isPostgres } from "#db/process.ts";
import { embeddedUrl, runningEmbeddedUrl } from "#db/url.ts";
import { StartupError } from "#lib/startup-error.ts";

/** A running embedded Postgres. */
export type EmbeddedPostgres = {
  /** As its owner. */
  url: string;
  /** Process id of the postmaster. */
  pid: number;
  /** True when it was running before: its parent was killed, or another process of this installation uses it. */
  adopted: boolean;
  /** Stops it: running statements are broken off, what was committed is kept. */
  stop(): Promise<void>;
};

type Options = {
  dataDir: string;
  /** The port to use when it is free; any free one otherwise. */
  preferredPort?: number;
  /** Further settings of Postgres, for tests. */
  settings?: Record<string, string>;
  /** Called with a line for people before the first, slower start. */
  onInitialise?: (message: string) => void;
};

const startDeadlineMs = 60_000;

/**
 * Runs Postgres on `dataDir/postgres`, for this machine alone, or adopts the one that runs there already.
 * @throws StartupError when the folder or the machine does not allow it.
 */
export async function startEmbedded(options: Options): Promise<EmbeddedPostgres> {
  const { dataDir, preferredPort, onInitialise } = options;
  const running = await adopt(dataDir);
  if (running) return running;

  const home = await preparePostgresHome(dataDir);
  if (!isInitialised(home.cluster)) {
    onInitialise?.(`Setting up the embedded Postgres in ${home.cluster} …`);
    await initialiseCluster(home, dataDir);
  }
  const deadline = Date.now() + startDeadlineMs;
  for (let attempt = 0; ; attempt += 1) {
    const port = await freePort(preferredPort);
    const pid = await launch(home, options, port, deadline);
    if (pid) return { url: embeddedUrl(dataDir, port), pid, adopted: false, stop: () => stopPostmaster(pid) };
    // The lock of a killed postmaster holds until its last child is gone; or another start came first.
    const other = await adopt(dataDir);
    if (other) return other;
    if (attempt >= 20 || Date.now() > deadline) {
      throw new StartupError(`The embedded Postgres does not start; its log, ${logFile(dataDir)}, says why.`);
    }
    await sleep(500);
  }
}

/** The Postgres that runs on `dataDir`, or null. One that is on its way up or down is waited for. */
async function adopt(dataDir: string): Promise<EmbeddedPostgres | null> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const url = runningEmbeddedUrl(dataDir);
    const pid = postmasterPid(dataDir);
    if (!url || !pid) return null;
    if (!isPostgres(pid)) {
      // The number may belong to another program by now, and Postgres would take it for itself and refuse to start.
      rmSync(join(dataDir, "postgres", "postmaster.pid"), { force: true });
      return null;
    }
    if (await serves(url, dataDir)) return { url, pid, adopted: true, stop: () => stopPostmaster(pid) };
    await sleep(100);
  }
  return null;
}

/** Whether what answers at `url` is the Postgres of this folder. */
async function serves(url: string, dataDir: string): Promise<boolean> {
  const sql = connect(url, { max: 1, connect_timeout: 2, fetch_types: false });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row?.folder === realpathSync(join(dataDir, "postgres"));
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Starts a postmaster and waits until it takes connections; null when it gave up. */
async function launch(home: PostgresHome, options: Options, port: number, deadline: number): Promise<number | null> {
  const { dataDir } = options;
  const output = openLog(dataDir);
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "100",
    timezone: "UTC",
    log_timezone: "UTC",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(home.binaries.postgres, ["-D", home.cluster, ...flags], {
    ...home.identity,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", output, output],
    // A session of its own: Ctrl-C in the terminal reaches everyone else first, and Postgres is stopped last.
    detached: true,
  });
  child.unref();
  let gone = false;
  child.on("error", () => {
    gone = true;
  });
  child.on("exit", () => {
    gone = true;
  });
  while (!gone && Date.now() < deadline) {
    if (child.pid && postmasterPid(dataDir) === child.pid && postmasterStatus(dataDir) === "ready") return child.pid;
    await sleep(20);
  }
  child.kill("SIGQUIT");
  return null;
}

async function stopPostmaster(pid: number): Promise<void> {
  // Fast shutdown; then, for one that hangs, immediate: the log is replayed at the next start. What does not heed that it
  // kills itself, five seconds later.
  for (const [signal, seconds] of [["SIGINT", 4] as const, ["SIGQUIT", 10] as const]) {
    if (!isPostgres(pid)) return;
    process.kill(pid, signal);
    for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
      if (!isPostgres(pid)) return;
      await sleep(20);
    }
  }
}

function postmasterLine(dataDir: string, line: number): string | null {
  try {
    return (
      readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8")
        .split("\n")
        [line]?.trim() ?? null
    );
  } catch {
    return null;
  }
}

const postmasterPid = (dataDir: string) => Number(postmasterLine(dataDir, 0)) || null;
const postmasterStatus = (dataDir: string) => postmasterLine(dataDir, 7);

const logFile = (dataDir: string) => join(dataDir, "postgres.log");

function openLog(dataDir: string): number {
  mkdirSync(dataDir, { recursive: true });
  const file = logFile(dataDir);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10 * 1024 * 1024) truncateSync(file);
  return openSync(file, "a", 0o600);
}

async function freePort(preferred: number | undefined): Promise<number> {
  const probe = (port: number) =>
    new Promise<number | null>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(null));
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        server.close(() => resolve(address && typeof address === "object" ? address.port : null));
      });
    });
  const port = (preferred && (await probe(preferred))) || (await probe(0));
  if (!port) throw new StartupError("No port is free on 127.0.0.1 for the embedded Postgres.");
  return port;
}
