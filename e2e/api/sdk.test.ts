import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Role } from "#lib/contract/access.ts";
import { HubApiError, OversightHub, type TaskUpdate } from "../../sdk/typescript/src/index.ts";
import { material, topic } from "../support/api-client.ts";
import { test as base, expect } from "../support/fixtures.ts";
import { hub } from "../support/hub.ts";

/** A key of the account, as a client would have it. */
const test = base.extend<{ newKey: (role: Role) => Promise<string>; client: OversightHub }>({
  newKey: async ({ api }, use) => {
    await use(async (role) => {
      const scopes = ["tasks:read", "tasks:write", ...(role === "publisher" ? ["tasks:review", "tasks:publish"] : [])];
      return (await api.post<{ key: string }>("/api/keys", { name: `sdk ${role}`, scopes })).body.key;
    });
  },
  client: async ({ newKey }, use) => {
    await use(new OversightHub({ baseUrl: hub.baseUrl, apiKey: await newKey("publisher") }));
  },
});

test("TypeScript: a post is made, watched, approved and published", async ({ client, unique }) => {
  const ended = new AbortController();
  const updates: TaskUpdate[] = [];
  const watching = (async () => {
    // All that the group has seen, however much of it was before the stream is open.
    const group = { filters: { task_source_group_id: unique }, lastEventId: "1-1" };
    for await (const update of client.watch({ ...group, signal: ended.signal })) updates.push(update);
  })();
  const created = await client.createTask({
    task_type: "blog_post",
    ...{ topic, source_material: material, target_length: 200, task_source_group_id: unique },
  });
  const draft = await client.waitFor(created.task_id, { interval: 100 });
  expect(draft.state).toBe("awaiting_approval");
  await client.approve(draft.task_id, { revision_sha256: draft.revision_sha256 ?? "" });
  const published = await client.publish(draft.task_id);
  expect(published.published_url).toContain(hub.baseUrl);
  await expect.poll(() => updates.at(-1)?.task?.state).toBe("published");
  ended.abort();
  await watching;
  expect(updates.some(({ phase }) => phase === "research")).toBe(true);
});

test("TypeScript: batches, pages, files and failures", async ({ client, unique }) => {
  const post = { task_type: "blog_post" as const, topic, task_source_group_id: unique };
  const made = await client.createTasks([post, post, post]);
  const listed = [];
  for await (const task of client.allTasks({ task_source_group_id: unique, limit: 2 })) listed.push(task.task_id);
  expect(listed.sort()).toEqual(made.map(({ task_id: id }) => id).sort());
  expect(await client.countTasks({ task_source_group_id: unique })).toBe(3);
  const outcome = await client.cancelTasks([...listed, "never"], "Not needed");
  expect(outcome).toMatchObject({ total_requested: 4, not_found_ids: ["never"] });

  const upload = await client.upload(new Blob(["month,sales\n2026-01,3\n"]), "sales.csv");
  expect(upload).toMatchObject({ type: "text/plain", size: 22, name: "sales.csv" });

  const refused = await client.getTask(`${unique}-never`).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(HubApiError);
  expect(refused).toMatchObject({ status: 404, code: "TASK_NOT_FOUND" });
});

test("Python: the reference's example and the rest of the client's own tests", async ({ newKey }) => {
  const env = { ...process.env, TASK_MANAGER_URL: hub.baseUrl, TASK_MANAGER_API_KEY: await newKey("creator") };
  const cwd = join(import.meta.dirname, "../../sdk/python");
  const tests = ["-B", "-m", "unittest", "discover", "-s", "tests", "-t", "."];
  const { stderr } = await promisify(execFile)("python3", tests, { cwd, env }).catch((failed) => failed);
  expect(stderr).toMatch(/Ran \d+ tests/);
  expect(stderr).toMatch(/\nOK\n$/);
});
