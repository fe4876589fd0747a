import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/** What each layer may not reach, in every way of writing an import; and a cycle. */
const violations: [file: string, source: string][] = [
  ["lib/a.ts", `import { db } from "#db/client.ts";`],
  ["lib/b.ts", `import type { Database } from "#db/client.ts";`],
  ["lib/c.ts", `export { approveTask } from "#domain/tasks/approve-task.ts";`],
  ["lib/http/d.ts", `import { x } from "../../task-types/pipelines.ts";`],
  ["lib/e.ts", `import { x } from "../components/ui/button.tsx";`],
  ["db/a.ts", `import { x } from "#domain/context.ts";`],
  ["db/queries/b.ts", `import { x } from "../../worker/index.ts";`],
  ["db/c.ts", `import { x } from "#task-types/pipelines.ts";`],
  ["task-types/blog-post/pipeline.ts", `import { getDb } from "#db/client.ts";`],
  ["task-types/blog-post/schema.ts", `import { x } from "../../domain/context.ts";`],
  ["domain/tasks/a.ts", `import { x } from "#worker/index.ts";`],
  ["domain/tasks/b.ts", `const x = await import("#app/page.tsx"); export { x };`],
  ["domain/tasks/c.ts", `import { views } from "#task-types/views.ts";`],
  ["domain/tasks/d.ts", `import { headers } from "next/headers";`],
  ["worker/a.ts", `import { x } from "#app/api/tasks/route.ts";`],
  ["worker/jobs/b.ts", `import { View } from "../../task-types/blog-post/result-view.tsx";`],
  ["components/queue/a.tsx", `import { getDb } from "#db/client.ts";`],
  ["components/queue/b.tsx", `import { approveTask } from "#domain/tasks/approve-task.ts";`],
  ["components/queue/c.tsx", `import { pipelines } from "#task-types/pipelines.ts";`],
  ["components/queue/d.tsx", `import { x } from "#task-types/blog-post/pipeline.ts";`],
  ["components/queue/e.tsx", `import { env } from "#lib/env.ts";`],
  ["components/queue/f.tsx", `import { route } from "#lib/http/route.ts";`],
  ["components/queue/g.tsx", `import { readFile } from "node:fs/promises";`],
  ["components/queue/h.tsx", `import page from "../../app/page.tsx";`],
  ["app/a/page.tsx", `import { x } from "#worker/index.ts";`],
  ["app/api/a/route.ts", `import { getDb } from "#db/client.ts";`],
  ["app/api/b/route.ts", `import type { Database } from "../../../db/client.ts";`],
  ["app/api/c/route.ts", `import { NextResponse } from "next/server";`],
  ["app/api/d/route.ts", `import { Button } from "#components/ui/button.tsx";`],
  ["lib/chicken.ts", `import { egg } from "./egg.ts"; export const chicken = () => egg;`],
  ["lib/egg.ts", `import { chicken } from "./chicken.ts"; export const egg = () => chicken;`],
];

const allowed: [file: string, source: string][] = [
  ["db/ok.ts", `import { env } from "#lib/env.ts";`],
  ["task-types/blog-post/ok.ts", `import { x } from "#lib/contract/status.ts";`],
  ["domain/tasks/ok.ts", `import { getDb } from "#db/client.ts"; import { x } from "#task-types/pipelines.ts";`],
  ["worker/ok.ts", `import { x } from "#domain/context.ts"; import { getDb } from "#db/client.ts";`],
  [
    "components/queue/ok.tsx",
    `import { a } from "#task-types/blog-post/schema.ts"; import { b } from "#task-types/views.ts"; import { c } from "#lib/queries/tasks.ts"; import { d } from "next/link";`,
  ],
  ["app/ok/page.tsx", `import { a } from "#components/ui/button.tsx"; import { b } from "#domain/context.ts";`],
  ["app/api/ok/route.ts", `import { a } from "#domain/tasks/approve-task.ts"; import { b } from "#lib/http/route.ts";`],
];

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "hub-boundaries-"));
let reported: Set<string>;

beforeAll(async () => {
  const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
  for (const [file, source] of [...violations, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${source}\n`);
  }
  reported = await filesWithForbiddenImports();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(violations)("%s may not: %s", (file) => {
  expect(reported).toContain(file);
});

it.each(allowed)("%s may: %s", (file) => {
  expect(reported).not.toContain(file);
});

function filesWithForbiddenImports(): Promise<Set<string>> {
  const rules = ["--only=style/noRestrictedImports", "--only=suspicious/noImportCycles"];
  const args = ["lint", ...rules, "--reporter=json", "--max-diagnostics=none", "."];
  return new Promise((resolve, reject) => {
    execFile(join(root, "node_modules", ".bin", "biome"), args, { cwd: folder }, (_, stdout, stderr) => {
      try {
        const { diagnostics } = JSON.parse(stdout) as { diagnostics: { location: { path: string } }[] };
        resolve(new Set(diagnostics.map(({ location }) => relative(folder, join(folder, location.path)))));
      } catch {
        reject(new Error(`biome said: ${stderr || stdout}`));
      }
    });
  });
}
