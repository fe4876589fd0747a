import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { missingEntries } from "#scripts/complete-lock.mjs";

const read = () => JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));

// When this fails: `node scripts/complete-lock.mjs`, and commit what it writes.
it("locks every platform's packages, so that npm ci accepts it", () => {
  expect(missingEntries(read())).toEqual([]);
});

it("notices one that is not there", () => {
  const lock = read();
  delete lock.packages["node_modules/@biomejs/cli-darwin-arm64"];
  expect(missingEntries(lock)).toEqual([
    [
      "node_modules/@biomejs/cli-darwin-arm64",
      { version: expect.any(String), cpu: ["arm64"], dev: true, optional: true, os: ["darwin"] },
    ],
  ]);
});

it("records no download addresses", () => {
  const { packages } = read();
  const entries = Object.entries(packages as Record<string, { resolved?: string }>);
  expect(entries.filter(([, { resolved }]) => resolved?.startsWith("http")).map(([path]) => path)).toEqual([]);
});
