import { spawn } from "node:child_process";
import { HubError } from "#lib/errors.ts";
import { findFfmpeg } from "./find-ffmpeg.ts";

export type FfmpegRun = {
  signal: AbortSignal;
  /** Seconds of the output that are written so far. */
  onTime?: (seconds: number) => void;
  /** How it may end besides with 0; asking about a file without an output ends with 1. */
  mayFail?: boolean;
};

/** What is kept of its messages: the end says what went wrong. */
const keptCharacters = 60_000;

/**
 * Runs ffmpeg to its end; an aborted signal kills it.
 * @returns its messages
 * @throws HubError SERVICE_UNAVAILABLE without an ffmpeg; Error with its last words; the signal's reason
 */
export async function runFfmpeg(args: string[], { signal, onTime, mayFail }: FfmpegRun): Promise<string> {
  const { path } = await findFfmpeg();
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    // No standard input: ffmpeg would wait for keys.
    const child = spawn(path, ["-hide_banner", "-nostdin", "-y", ...args], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, AV_LOG_FORCE_NOCOLOR: "1" },
    });
    let messages = "";
    const kill = () => child.kill("SIGKILL");
    signal.addEventListener("abort", kill, { once: true });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      messages = (messages + text).slice(-keptCharacters);
      const time = /time=(\d+):(\d+):(\d+(?:\.\d+)?)(?![\s\S]*time=)/.exec(text);
      if (time) onTime?.(Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]));
    });
    child.on("error", (error) => {
      signal.removeEventListener("abort", kill);
      reject(new HubError("SERVICE_UNAVAILABLE", "ffmpeg could not be started", { cause: error }));
    });
    child.on("close", (code) => {
      signal.removeEventListener("abort", kill);
      if (signal.aborted) reject(signal.reason);
      else if (code === 0 || mayFail) resolve(messages);
      else reject(failureFrom(messages));
    });
  });
}

/** A full disk is told as Node tells it, so that nobody blames the film. */
export function failureFrom(messages: string): Error {
  const error = new Error(`ffmpeg failed: ${lastWords(messages)}`);
  return /No space left on device|Disk quota exceeded/.test(messages)
    ? Object.assign(error, { code: "ENOSPC" })
    : error;
}

/** The lines before the last that are not about progress; file names are ours and say nothing. */
function lastWords(messages: string): string {
  const lines = messages.split(/[\r\n]+/).filter((line) => line.trim() && !/^(frame|size)=/.test(line));
  return lines
    .slice(-3)
    .join("; ")
    .replaceAll(/\/\S+\//g, "")
    .slice(0, 400);
}
