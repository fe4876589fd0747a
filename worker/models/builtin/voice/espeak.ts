import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

type Engine = { command: string; before: string[] };

const packaged: Engine = {
  command: process.execPath,
  before: [fileURLToPath(new URL("./espeak-process.mjs", import.meta.url))],
};
const installed: Engine = { command: "espeak-ng", before: [] };

let chosen: Promise<Engine> | undefined;

/** The system's own eSpeak NG where there is one, else the packaged build; each call is a process of its own. */
export async function runEspeak(args: string[], text: string, signal?: AbortSignal): Promise<Buffer> {
  chosen ??= run(installed, ["--version"], "").then(
    () => installed,
    () => packaged,
  );
  const engine = await chosen;
  const output = engine === installed && text ? [...args, "--stdin", "--stdout"] : args;
  return run(engine, output, text, signal);
}

function run({ command, before }: Engine, args: string[], text: string, signal?: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, [...before, ...args], {
      stdio: ["pipe", "pipe", "pipe"],
      signal,
      killSignal: "SIGKILL",
    });
    const parts: Buffer[] = [];
    let complaint = "";
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      complaint = (complaint + part).slice(-2000);
    });
    child.on("error", (error) => reject(signal?.aborted ? signal.reason : error));
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(parts));
      else reject(new Error(`eSpeak NG failed: ${complaint.trim().split("\n").at(-1) ?? `it ended with ${code}`}`));
    });
    // A process that ended early has closed its end; how it ended says why.
    child.stdin.on("error", () => {});
    child.stdin.end(text);
  });
}
