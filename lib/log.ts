import { pino } from "pino";
import { logLevel } from "#lib/env.ts";

const secrets = ["authorization", "x-api-key", "cookie", "set-cookie", "password", "token", "secret", "apiKey"];

/** The log of this process: one JSON object a line, with credentials blotted out. */
export const log = pino({
  level: logLevel(),
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.headers["${name}"]`]),
    censor: "[redacted]",
  },
});
