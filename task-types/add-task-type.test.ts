import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);
let copy: string;

/** The sources that a task type touches or is made of, where a type can be added without harm. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "oversight-hub-add-type-"));
  for (const folder of ["task-types", "lib"]) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  cpSync(join(root, "package.json"), join(copy, "package.json"));
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
  const include = ["task-types/*.ts", "task-types/haiku/*.ts", "lib/**/*.d.ts"];
  const options = { ...compilerOptions, incremental: false, plugins: [] };
  writeFileSync(
    join(copy, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, include, exclude: ["**/*.test.ts"] }),
  );
  addHaiku();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The two files of the guide's steps 1 and 2. */
function addHaiku(): void {
  mkdirSync(join(copy, "task-types/haiku"));
  writeFileSync(
    join(copy, "task-types/haiku/schema.ts"),
    `import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";

export const haiku = defineTaskType({
  name: "haiku",
  label: "Haiku",
  description: "Three lines.",
  request: z.strictObject({ lines: z.array(z.string()).length(3).meta({ title: "Lines" }) }),
  result: z.object({ poem: z.string() }),
  phases: [{ name: "typeset", label: "Typesetting", model: null }],
  requiresApproval: false,
  attempts: 1,
  timeoutMinutes: 1,
  title: ({ lines }) => lines[0] ?? "",
  example: { lines: ["a", "b", "c"] },
});
`,
  );
  writeFileSync(
    join(copy, "task-types/haiku/pipeline.ts"),
    `import { definePipeline } from "#task-types/define-pipeline.ts";
import { haiku } from "./schema.ts";

export const haikuPipeline = definePipeline(haiku, {
  phases: { typeset: async ({ request }) => request.lines.join("\\n") },
  finish: ({ typeset }) => ({ content: String(typeset), result: { poem: String(typeset) }, qualityScore: null }),
});
`,
  );
}

function addLine(registry: string, before: string, imports: string, line: string): void {
  const file = join(copy, "task-types", registry);
  const source = readFileSync(file, "utf8");
  expect(source).toContain(before);
  writeFileSync(file, imports + source.replace(before, `${before}\n${line}`));
}

const typesHold = () =>
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", copy]).then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );

describe("a task type added as the README says", () => {
  it("does not compile while a registry lacks its line, and the error names the type", async () => {
    addLine("schemas.ts", "export const taskTypes = {", 'import { haiku } from "./haiku/schema.ts";\n', "  haiku,");
    expect(await typesHold()).toMatch(/pipelines\.ts.*haiku/s);
  });

  it("compiles with one line in each registry, and runs", async () => {
    const imported = 'import { haikuPipeline } from "./haiku/pipeline.ts";\n';
    addLine("pipelines.ts", "export const pipelines = {", imported, "  haiku: haikuPipeline,");
    addLine("views.ts", "const views = {", "", '  haiku: view("Poem", async () => () => null),');
    expect(await typesHold()).toBe("");
    const script = `
      import { pipelines } from "#task-types/pipelines.ts";
      import { findTaskType } from "#task-types/schemas.ts";
      const type = findTaskType("haiku");
      const request = type.request.parse(type.example);
      const typeset = await pipelines.haiku.phases.typeset({ request });
      console.log(JSON.stringify(pipelines.haiku.finish({ typeset }, { request })));`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", script], { cwd: copy });
    expect(JSON.parse(stdout)).toEqual({ content: "a\nb\nc", result: { poem: "a\nb\nc" }, qualityScore: null });
  });
});
