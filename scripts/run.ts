import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

type Options = {
  /** Milliseconds after which it is ended. */
  timeout: number;
  /** Passes its output on as it comes; without it the output is shown only when it fails. */
  show?: boolean;
  env?: Record<string, string>;
};

/**
 * Runs a program of node_modules with the Node of this process.
 * @throws when it fails, with its output unless that was shown
 */
export function run([file = "", ...args]: string[], { timeout, show = false, env = {} }: Options): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
      timeout,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve();
      const how = signal ? `was ended by ${signal}, after ${timeout / 1000} s at most` : `ended with code ${code}`;
      reject(new Error(`${output.trim()}\n${args.length > 0 ? args.join(" ") : file} ${how}.`.trim()));
    });
  });
}
