import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = join(import.meta.dirname, "..");
const child = join(import.meta.dirname, "child.ts");

/** What a process of ours exits with when its surroundings are at fault, and starting it again would change nothing. */
export const misconfigured = 78;

const longestPauseMs = 10_000;
const steadyMs = 60_000;
/** Deaths in a row, before it was ever ready, after which it is given up. */
const patience = 3;

/** A process that is kept running: started again, after growing pauses, whenever it ends unasked. */
export class Supervised {
  readonly #name: string;
  readonly #file: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #onGivenUp: (message: string | null) => void;
  #process: ChildProcess | null = null;
  #stopping = false;
  #failures = 0;
  readonly #ready = Promise.withResolvers<void>();
  #wasReady = false;

  /**
   * @param name what messages call it
   * @param file its entry, below the project's folder
   * @param onGivenUp called when starting it again is of no use; the message is null when it said why itself
   */
  constructor(name: string, file: string, env: NodeJS.ProcessEnv, onGivenUp: (message: string | null) => void) {
    this.#name = name;
    this.#file = file;
    this.#env = env;
    this.#onGivenUp = onGivenUp;
    this.#start();
  }

  /** Resolves when it first says that it is ready. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Asks it to end, and ends it after `seconds`. */
  async stop(seconds: number): Promise<void> {
    this.#stopping = true;
    const running = this.#process;
    if (!running) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGTERM");
    if (await Promise.race([ended.then(() => true), sleep(seconds * 1000, false, { ref: false })])) return;
    running.kill("SIGKILL");
    await ended;
  }

  #start(): void {
    const started = Date.now();
    const running = spawn(process.execPath, ["--import", child, join(root, this.#file)], {
      cwd: root,
      env: this.#env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // A session of its own: Ctrl-C comes to the supervisor alone, who ends everything in order.
      detached: true,
    });
    this.#process = running;
    running.on("message", (message) => {
      if (message !== "ready") return;
      this.#wasReady = true;
      this.#ready.resolve();
    });
    running.on("error", (error) => this.#onGivenUp(`The ${this.#name} could not be started: ${error.message}`));
    running.once("exit", (code, signal) => void this.#ended(started, code, signal));
  }

  async #ended(started: number, code: number | null, signal: string | null): Promise<void> {
    this.#process = null;
    if (this.#stopping) return;
    if (code === misconfigured) return this.#onGivenUp(null);
    this.#failures = Date.now() - started > steadyMs ? 1 : this.#failures + 1;
    const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
    if (!this.#wasReady && this.#failures >= patience) return this.#onGivenUp(`The ${this.#name} ${how}, three times.`);
    const pause = Math.min(250 * 2 ** (this.#failures - 1), longestPauseMs);
    console.error(`The ${this.#name} ${how}; starting it again.`);
    await sleep(pause);
    if (!this.#stopping) this.#start();
  }
}
