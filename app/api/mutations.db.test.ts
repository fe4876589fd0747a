import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { startTestApi, type TestApi } from "#app/_server/testing.ts";
import { Dice, mutate, sample } from "#app/_server/testing-fuzz.ts";
import type { Ctx } from "#domain/context.ts";
import { createKey } from "#domain/keys/create-key.ts";
import { newTaskDocument } from "#domain/tasks/new-task-document.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { registerWorker } from "#domain/workers/register-worker.ts";
import { signAccessToken } from "#lib/auth/access-token.ts";
import { scopes } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { taskStatuses } from "#lib/contract/status.ts";
import { type ErrorCode, errorStatuses } from "#lib/errors.ts";
import { loadRouteFiles } from "#lib/http/load-routes.ts";
import type { RouteHandler } from "#lib/http/route.ts";
import { routeTemplate } from "#lib/http/route-table.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import { taskTypeNames, taskTypes } from "#task-types/schemas.ts";

const seed = 20260117;
/** For each route; those that create tasks get more, for each type's fields. */
const requests = 80;
const creations = 1_200;

const files = await loadRouteFiles(join(import.meta.dirname, ".."));
const routes = files.flatMap(({ file, module }) =>
  ["POST", "PUT", "PATCH"].flatMap((method) => {
    const handler = module[method] as RouteHandler | undefined;
    if (!handler) return [];
    const template = routeTemplate(file);
    return [{ name: `${method} ${template}`, method, template, schema: schemaOf(handler, template), handler }];
  }),
);

function schemaOf({ spec }: RouteHandler, template: string): JsonObject {
  const isCreation = ["/api/tasks", "/tasks"].includes(template);
  const body = isCreation ? newTaskDocument : (spec.bodyDocument ?? spec.body ?? z.strictObject({}));
  return z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) as JsonObject;
}

/** A type's own example, as its route takes it. */
function exampleFor(template: string, dice: Dice): JsonObject {
  const { name, example } = dice.pick(Object.values<TaskType>(taskTypes));
  const task: JsonObject =
    dice.roll() < 0.5 ? { task_type: name, ...example } : { task_type: name, request_data: example };
  return template === "/api/tasks/bulk" ? { tasks: [task, { task_type: name, priority: "low" }] } : task;
}

// A body that is right would wait for the answer of a worker that is none.
vi.mock("#domain/models/test-model.ts", () => ({
  testModel: async (_ctx: Ctx, model: string) => ({ model, ok: true, seconds: 0, message: "It answered." }),
}));

let hub: TestHub;
let api: TestApi;
let key: string;
let ids: string[];
beforeAll(async () => {
  hub = await createTestHub();
  api = await startTestApi(hub);
  ({ key } = await createKey(hub.ctx, { name: "fuzz", scopes: [...scopes] }));
  ids = await Promise.all(taskStatuses.map(async (status) => (await insertTaskIn(hub.ctx, status)).id));
  const worker = { id: "worker", hostname: "test", pid: 1, concurrency: 1, taskTypes: taskTypeNames };
  await registerWorker(hub.db, worker);
  // Nobody beats for it, and all the bodies may take longer than it would be thought alive.
  await hub.owner`update workers set heartbeat_at = now() + interval '1 hour'`;
});
afterAll(async () => {
  await api.close();
  await hub.close();
});

/** How much there is of everything, and how often tasks were changed. */
async function extent() {
  const [row] = await hub.owner`select
    (select count(*) from tasks) as tasks, (select coalesce(sum(version), 0) from tasks) as versions,
    (select count(*) from task_events where type <> 'move_refused') as events, (select count(*) from revisions) as revisions,
    (select count(*) from reviews) as reviews, (select count(*) from comments) as comments,
    (select count(*) from publications) as publications, (select count(*) from outbox) as outbox,
    (select count(*) from audit) as audit, (select count(*) from pgboss.job) as jobs, (select count(*) from api_keys) as keys,
    (select count(*) from users) as users, (select count(*) from memberships) as memberships,
    (select count(*) from saved_views) as views, (select count(*) from artifacts) as artifacts`;
  return row;
}

async function credential(access: string): Promise<Record<string, string>> {
  if (access !== "account") return { "x-api-key": key };
  // Sessions are a person's, and one of these requests ends them all.
  const [person] = await hub.owner`select session_version as sv from users where id = ${hub.ctx.actor.id}`;
  return { authorization: `Bearer ${await signAccessToken({ sub: hub.ctx.actor.id, sv: person?.sv })}` };
}

async function send({ method, template, handler }: (typeof routes)[number], body: string, dice: Dice) {
  const id = dice.pick([...ids, "never-was", "1", "999999999999999"]);
  const path = template.replace(/\{\w+\}/g, encodeURIComponent(id));
  const [task] = method === "PATCH" ? await hub.owner`select version from tasks where id = ${id}` : [];
  const headers = {
    ...(await credential(handler.spec.access)),
    "content-type": "application/json",
    "if-match": `"${task?.version ?? 1}"`,
    "x-api-profile": dice.pick(["unified", "course", "inference", "concepts"]),
    ...(method === "POST" && dice.roll() < 0.1 && { "idempotency-key": `k-${dice.below(20)}` }),
  };
  const response = await fetch(api.url + path, { method, headers, body });
  return { status: response.status, text: await response.text(), requestId: response.headers.get("x-request-id") };
}

/** Fails unless the answer is a success, or a refusal in the envelope. */
function judge({ status, text, requestId }: Awaited<ReturnType<typeof send>>, body: string): void {
  const told = `${status} ${text.slice(0, 500)} to ${body.slice(0, 500)}`;
  expect(status, told).toBeLessThan(500);
  if (status < 400) return;
  const { error, ...rest } = JSON.parse(text) as { error: { code: ErrorCode; message: string; details: object } };
  expect(Object.keys(errorStatuses), told).toContain(error.code);
  expect([errorStatuses[error.code], 400], told).toContain(status);
  expect({ error, ...rest }, told).toMatchObject({
    error: { message: expect.stringMatching(/./), details: expect.any(Object) },
    request_id: requestId,
  });
  expect(text).not.toMatch(/node_modules|Failed query|postgres/);
}

describe("a mutated body", () => {
  it.each(routes)(
    "never breaks $name, and is refused wholly or not at all",
    async (route) => {
      const dice = new Dice(seed + route.name.length);
      const isCreation = /^\/(api\/tasks|tasks|api\/tasks\/bulk)$/.test(route.template);
      const made = route.template === "/api/tasks/bulk" ? "200" : "201";
      const seen: Record<number, number> = {};
      let before = await extent();
      for (let count = isCreation ? creations : requests; count > 0; count -= 1) {
        const whole = isCreation && dice.roll() < 0.5 ? exampleFor(route.template, dice) : sample(route.schema, dice);
        const body = mutate(whole as JsonObject, dice);
        const answer = await send(route, body, dice);
        seen[answer.status] = (seen[answer.status] ?? 0) + 1;
        judge(answer, body);
        const after = await extent();
        if (answer.status >= 400) expect(after, `${answer.text} to ${body.slice(0, 500)}`).toEqual(before);
        before = after;
      }
      if (isCreation)
        expect(Object.keys(seen), "accepted and refused").toEqual(expect.arrayContaining(["400", "422", made]));
    },
    300_000,
  );
});

it("nobody became what they are not by it", async () => {
  const [odd] =
    await hub.owner`select count(*)::int as count from tasks where account_id <> ${hub.ctx.actor.accountId}`;
  expect(odd?.count).toBe(0);
  expect(Object.prototype).not.toHaveProperty("status");
  const approved = await hub.owner`select id from tasks where status = 'approved' and approved_sha256 is null`;
  expect([...approved]).toEqual([]);
});
