import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

it("the types are those of the API's document", () => {
  expect(run("scripts/generate-sdk-types.ts", "--check")).toEqual({ status: 0, said: "" });
});

it("the package compiles by itself, without Node's types", () => {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  expect(run(tsc, "--noEmit", "-p", "sdk/typescript")).toEqual({ status: 0, said: "" });
});
