import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { readOrCreateSecret } from "#lib/secrets.ts";
import { StartupError } from "#lib/startup-error.ts";

const text = () => z.string().optional();
const url = (protocols: RegExp, remedy: string) => z.url({ protocol: protocols, error: remedy }).optional();
const count = (fallback: number, min: number, max: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${min} to ${max}` })
    .int({ error: `must be a whole number from ${min} to ${max}` })
    .min(min, { error: `must be at least ${min}` })
    .max(max, { error: `must be at most ${max}` })
    .default(fallback);
const flag = (fallback: boolean) => z.stringbool({ error: "must be true or false" }).default(fallback);
const list = () =>
  z
    .string()
    .default("")
    .transform((value) => value.split(",").flatMap((item) => item.trim() || []));

const http = (name: string) => url(/^https?$/, `must be a URL such as ${name}`);

/** Every variable that the product reads, in the order of `.env.example`. */
export const envSchema = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/, "must be a URL such as postgres://user:password@host:5432/database"),
  DATABASE_DIRECT_URL: url(/^postgres(ql)?$/, "must be a URL such as postgres://user:password@host:5432/database"),
  PORT: count(3000, 1, 65_535),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: http("https://hub.example.com").transform((value) => value?.replace(/\/+$/, "")),
  DATA_DIR: z
    .string()
    .default(".data")
    .transform((path) => resolve(path)),
  AUTH_SECRET: z
    .string()
    .min(32, { error: "must have at least 32 characters; `openssl rand -hex 32` makes one" })
    .optional(),
  ADMIN_EMAIL: z.email({ error: "must be an email address" }).optional(),
  ADMIN_PASSWORD: z.string().min(12, { error: "must have at least 12 characters" }).optional(),
  GOOGLE_CLIENT_ID: text(),
  GOOGLE_CLIENT_SECRET: text(),
  GITHUB_CLIENT_ID: text(),
  GITHUB_CLIENT_SECRET: text(),
  OIDC_ISSUER: http("https://login.example.com"),
  OIDC_CLIENT_ID: text(),
  OIDC_CLIENT_SECRET: text(),
  OIDC_NAME: z.string().default("Single sign-on"),
  RATE_LIMIT_PER_MINUTE: count(100, 1, 1_000_000),
  RATE_LIMIT_BURST: count(20, 1, 1_000_000),
  CORS_ORIGINS: list(),
  TRUSTED_PROXIES: list(),
  OPERATOR_TOKEN: z.string().min(16, { error: "must have at least 16 characters" }).optional(),
  WORKER_ID: z.string().default(() => `${hostname()}-${process.pid}`),
  WORKER_CONCURRENCY: count(4, 1, 256),
  OPENAI_API_KEY: text(),
  ANTHROPIC_API_KEY: text(),
  GOOGLE_GENERATIVE_AI_API_KEY: text(),
  OLLAMA_BASE_URL: http("http://127.0.0.1:11434"),
  OPENAI_COMPATIBLE_BASE_URL: http("https://models.example.com/v1"),
  OPENAI_COMPATIBLE_API_KEY: text(),
  PEXELS_API_KEY: text(),
  FFMPEG_PATH: text(),
  S3_BUCKET: text(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ENDPOINT: http("https://s3.example.com"),
  S3_ACCESS_KEY_ID: text(),
  S3_SECRET_ACCESS_KEY: text(),
  S3_FORCE_PATH_STYLE: flag(false),
  SMTP_URL: url(/^smtps?$/, "must be a URL such as smtp://user:password@host:587"),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, {
      error: "must be an address such as hub@example.com or Oversight Hub <hub@example.com>",
    })
    .optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be one of trace, debug, info, warn, error, fatal, silent",
    })
    .default("info"),
});

/** The parsed environment. `AUTH_SECRET` is always there: given, or generated once and kept in `DATA_DIR/secrets`. */
export type Env = Readonly<Omit<z.output<typeof envSchema>, "AUTH_SECRET"> & { AUTH_SECRET: string }>;

/**
 * Reads an environment; an empty string counts as absent.
 * @throws StartupError with one line that names the first unusable variable and what would do instead.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(
    Object.keys(envSchema.shape).flatMap((name) => (source[name]?.trim() ? [[name, source[name]?.trim()]] : [])),
  );
  const parsed = envSchema.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StartupError(`${issue?.path.join(".")} ${issue?.message}.`);
  }
  const { AUTH_SECRET: given, ...rest } = parsed.data;
  return Object.freeze({
    ...rest,
    // On first use only: reading the port must not write to the data folder.
    get AUTH_SECRET() {
      return given ?? readOrCreateSecret(rest.DATA_DIR, "auth-secret");
    },
  });
}

/** The level of the log alone, for the log comes first; that a level is unusable is for `env` to say. */
export function logLevel(): Env["LOG_LEVEL"] {
  return envSchema.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL || undefined);
}

let cached: Env | undefined;

/** The environment of this process, parsed at the first call. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The address that people and clients use, without a slash at its end. */
export function publicUrl(): string {
  const { PUBLIC_URL, HOST, PORT } = env();
  // An address to listen on is not always one to go to.
  const host = ["0.0.0.0", "::"].includes(HOST) ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST;
  return PUBLIC_URL ?? `http://${host}:${PORT}`;
}

/** Loads `.env` from the working folder, where there is one; what is already set wins. Called by each entry point. */
export function loadDotEnv(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
  cached = undefined;
}
