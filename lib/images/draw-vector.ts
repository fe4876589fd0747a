import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./draw-vector-process.mjs", import.meta.url));
const maxBytes = 2 * 1024 * 1024;
const deadlineMs = 5000;

/**
 * A foreign SVG as a WebP that fits a square, without scripts and without anything from outside itself. It is drawn by a
 * process of its own, for a few lines of SVG can keep a renderer busy for minutes, and nothing else can break that off.
 * @param side pixels
 * @throws when it cannot be drawn, or not in time
 */
export function drawVector(svg: Uint8Array, side: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (svg.byteLength > maxBytes) throw new Error("The SVG is larger than 2 MiB");
    const child = spawn(process.execPath, [program, String(side)], {
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
      else reject(new Error("The SVG cannot be drawn"));
    });
    // A process that ended early has closed its end; how it ended says why.
    child.stdin.on("error", () => {});
    child.stdin.end(svg);
  });
}
