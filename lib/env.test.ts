import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { envSchema, parseEnv } from "#lib/env.ts";
import { StartupError } from "#lib/startup-error.ts";

const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8").split("\n");
const assignments = example.flatMap((line, index) => {
  const match = /^([A-Z0-9_]+)=(.*)$/.exec(line);
  return match ? [{ name: match[1] ?? "", value: match[2] ?? "", above: example[index - 1] ?? "" }] : [];
});

describe(".env.example", () => {
  it("lists the variables of the schema, in its order", () => {
    expect(assignments.map(({ name }) => name)).toEqual(Object.keys(envSchema.shape));
  });

  it("explains each", () => {
    expect(assignments.filter(({ above }) => !above.startsWith("# ")).map(({ name }) => name)).toEqual([]);
  });

  it("shows the defaults", () => {
    const shown = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
    const { AUTH_SECRET: _, ...fromExample } = parseEnv({ ...shown, AUTH_SECRET: "x".repeat(32) });
    const { AUTH_SECRET: __, ...fromNothing } = parseEnv({ AUTH_SECRET: "x".repeat(32) });
    expect(fromExample).toEqual(fromNothing);
  });
});

describe("parseEnv", () => {
  it.each([
    ["PORT", "abc", "PORT must be a whole number from 1 to 65535."],
    ["PORT", "70000", "PORT must be at most 65535."],
    ["DATABASE_URL", "mysql://x", "DATABASE_URL must be a URL such as postgres://user:password@host:5432/database."],
    ["AUTH_SECRET", "short", "AUTH_SECRET must have at least 32 characters; `openssl rand -hex 32` makes one."],
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent."],
  ])("refuses %s=%s in one line", (name, value, message) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new StartupError(message));
  });

  it("takes lists apart and an empty string as absent", () => {
    const parsed = parseEnv({
      CORS_ORIGINS: " https://a.example , https://b.example,",
      PORT: "",
      PUBLIC_URL: "https://h.example/",
    });
    expect(parsed.CORS_ORIGINS).toEqual(["https://a.example", "https://b.example"]);
    expect(parsed.PORT).toBe(3000);
    expect(parsed.PUBLIC_URL).toBe("https://h.example");
  });

  it("generates AUTH_SECRET once, for its owner's eyes only", () => {
    const dataDir = mkdtempSync(join(tmpdir(), "hub-env-"));
    const first = parseEnv({ DATA_DIR: dataDir });
    expect(readdirSync(dataDir)).toEqual([]);
    expect(first.AUTH_SECRET).toMatch(/^[0-9a-f]{64}$/);
    expect(parseEnv({ DATA_DIR: dataDir }).AUTH_SECRET).toBe(first.AUTH_SECRET);
    expect(statSync(join(dataDir, "secrets", "auth-secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dataDir, "secrets"))).toEqual(["auth-secret"]);
  });
});
