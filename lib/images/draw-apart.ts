import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

type Drawing = {
  /** The name of a program beside this file: it reads the file on standard input, and writes a WebP. */
  program: string;
  /** Pixels of the square that the picture is to fit. */
  side: number;
  /** Bytes that a file may have. */
  maxBytes: number;
  deadlineMs: number;
};

/**
 * Draws a file in a process of its own: a few lines can keep a renderer busy for minutes, which nothing else can break
 * off, and what it takes of memory is given back.
 * @throws when it cannot be drawn, or not in time
 */
export function drawApart(file: Uint8Array, { program, side, maxBytes, deadlineMs }: Drawing): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (file.byteLength > maxBytes) throw new Error(`The file is larger than ${maxBytes / 1024 / 1024} MiB`);
    const path = fileURLToPath(new URL(program, import.meta.url));
    const child = spawn(process.execPath, [path, String(side)], {
      stdio: ["pipe", "pipe", "ignore"],
      // None of this process's secrets.
      env: { NODE_ENV: "production" },
      timeout: deadlineMs,
      killSignal: "SIGKILL",
    });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(new Uint8Array(Buffer.concat(parts)));
      else reject(new Error("The file cannot be drawn"));
    });
    // A process that ended early has closed its end; how it ended says why.
    child.stdin.on("error", () => {});
    child.stdin.end(file);
  });
}
