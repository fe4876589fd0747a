import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type ClientOptions, WebSocket } from "ws";
import { createTestKey, startTestApi, type TestApi } from "#app/_server/testing.ts";
import type { Ctx } from "#domain/context.ts";
import { revokeKey } from "#domain/keys/revoke-key.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { cancelTask } from "#domain/tasks/cancel-task.ts";
import { deleteTask } from "#domain/tasks/delete-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import { beginShutdown } from "#lib/http/shutdown.ts";

/** What happens between the reading of a task's or a group's state and its coming. */
const onItsWay = vi.hoisted(() => {
  const happens = async () => {};
  return {
    happens,
    once: (happening: () => Promise<void>) => {
      onItsWay.happens = async () => {
        onItsWay.happens = happens;
        await happening();
      };
    },
    after:
      <Args extends unknown[], Known>(read: (...args: Args) => Promise<Known>) =>
      async (...args: Args) => {
        const known = await read(...args);
        await onItsWay.happens();
        return known;
      },
  };
});
vi.mock("#domain/tasks/follow-tasks.ts", async (original) => {
  const real = await original<typeof import("#domain/tasks/follow-tasks.ts")>();
  return { ...real, readTaskState: onItsWay.after(real.readTaskState) };
});
vi.mock("#domain/tasks/list-groups.ts", async (original) => {
  const real = await original<typeof import("#domain/tasks/list-groups.ts")>();
  return { ...real, getGroup: onItsWay.after(real.getGroup) };
});

type Frame = Record<string, unknown> & { error?: { code: string; details: object } };

let hub: TestHub;
let theirs: Ctx;
let api: TestApi;
let key: { id: string; key: string };
beforeAll(async () => {
  hub = await createTestHub();
  theirs = await hub.addAccount("Second");
  api = await startTestApi(hub);
  key = await createTestKey(hub.ctx);
});
afterAll(async () => {
  await api.close();
  await hub.close();
});
const open: WebSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});

const address = () => `${api.url.replace("http", "ws")}/ws/tasks`;

async function connect(options: ClientOptions = { headers: { "x-api-key": key.key } }, protocols: string[] = []) {
  const socket = new WebSocket(address(), protocols, options);
  open.push(socket);
  const frames: Frame[] = [];
  socket.on("message", (data) => frames.push(JSON.parse(String(data))));
  await once(socket, "open");
  const next = async () => {
    await expect.poll(() => frames.length, { interval: 5 }).toBeGreaterThan(0);
    return frames.shift() as Frame;
  };
  const ask = async (frame: unknown) => {
    socket.send(typeof frame === "string" ? frame : JSON.stringify(frame));
    return next();
  };
  return { socket, frames, next, ask, closed: () => once(socket, "close").then(([code]) => code as number) };
}

/** How a handshake was refused. */
async function refusal(options: ClientOptions, protocols: string[] = []) {
  const socket = new WebSocket(address(), protocols, options);
  socket.on("error", () => {});
  const [, response] = await once(socket, "unexpected-response");
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode as number, body: JSON.parse(text) as Frame };
}

describe("a subscription", () => {
  it("is answered by the present state, then by each update, in the inference profile's words", async () => {
    const task = await insertTaskIn(hub.ctx, "queued");
    const client = await connect();
    const state = await client.ask({ action: "subscribe", task_id: task.id });
    expect(state).toMatchObject({ type: "subscribed", task_id: task.id, status: "pending", state: "queued" });
    expect(state.progress).toEqual(expect.any(Number));
    expect(state.message).toEqual(expect.any(String));
    await cancelTask(hub.ctx, task);
    const update = await client.next();
    expect(update).toMatchObject({ type: "update", task_id: task.id, status: "cancelled", state: "cancelled" });
    await deleteTask(hub.ctx, task);
    expect(await client.next()).toMatchObject({ type: "deleted", task_id: task.id });
  });

  it("misses nothing that happens while the present state is on its way", async () => {
    const task = await insertTaskIn(hub.ctx, "queued");
    const [early, late] = [await connect(), await connect()];
    await early.ask({ action: "subscribe", task_id: task.id });
    onItsWay.once(async () => {
      await cancelTask(hub.ctx, task);
      await early.next();
    });
    expect(await late.ask({ action: "subscribe", task_id: task.id })).toMatchObject({ state: "queued" });
    expect(await late.next()).toMatchObject({ type: "update", state: "cancelled" });
    expect(late.frames).toEqual([]);
  });

  it("to a group misses nothing of its tasks either, and tells nothing twice", async () => {
    const [one, two] = [
      await insertTaskIn(hub.ctx, "queued", { taskSourceGroupId: "winter" }),
      await insertTaskIn(hub.ctx, "queued", { taskSourceGroupId: "winter" }),
    ];
    const [early, late] = [await connect(), await connect()];
    await early.ask({ action: "subscribe", group_id: "winter" });
    await late.ask({ action: "subscribe", task_id: two.id });
    onItsWay.once(async () => {
      for (const task of [one, two]) {
        await cancelTask(hub.ctx, task);
        await early.next();
      }
    });
    const answers = [await late.ask({ action: "subscribe", group_id: "winter" }), await late.next(), await late.next()];
    expect(answers.map(({ type, task_id: id }) => [type, id])).toEqual([
      ["update", two.id],
      ["subscribed", undefined],
      ["update", one.id],
    ]);
    expect(late.frames).toEqual([]);
  });

  it("to a group tells of all its tasks, and of no other's", async () => {
    const [one, two] = await Promise.all(
      ["spring", "autumn"].map((taskSourceGroupId) =>
        insertTaskIn(hub.ctx, "awaiting_approval", { taskSourceGroupId }),
      ),
    );
    const client = await connect();
    const state = await client.ask({ action: "subscribe", group_id: "spring" });
    expect(state).toMatchObject({ type: "subscribed", group_id: "spring", total: 1, counts: { awaiting_approval: 1 } });
    await approveTask(hub.ctx, two as { uid: string }, {});
    await approveTask(hub.ctx, one as { uid: string }, {});
    expect(await client.next()).toMatchObject({ task_id: one?.id, status: "completed", progress: 100 });
  });

  it("ends when it is asked to", async () => {
    const task = await insertTaskIn(hub.ctx, "queued");
    const other = await insertTaskIn(hub.ctx, "queued");
    const client = await connect();
    for (const { id } of [task, other]) await client.ask({ action: "subscribe", task_id: id });
    const answer = await client.ask({ action: "unsubscribe", task_id: task.number });
    expect(answer).toEqual({ type: "unsubscribed", task_id: String(task.number) });
    await cancelTask(hub.ctx, task);
    await cancelTask(hub.ctx, other);
    expect(await client.next()).toMatchObject({ task_id: other.id });
  });

  it("speaks the profile of header or key", async () => {
    const task = await insertTaskIn(hub.ctx, "awaiting_approval");
    const headers = { authorization: `Bearer ${key.key}`, "x-api-profile": "course" };
    const client = await connect({ headers });
    const state = await client.ask({ action: "subscribe", task_id: task.id });
    expect(state).toMatchObject({ status: "PROCESSING", progress: expect.any(Number) });
  });
});

describe("another account's task", () => {
  it("is answered as one that never was, and tells nothing, even under the same id", async () => {
    await insertTaskIn(hub.ctx, "queued", { id: "hidden" });
    const { key: foreign } = await createTestKey(theirs);
    const client = await connect({ headers: { "x-api-key": foreign } });
    const refused = await client.ask({ action: "subscribe", task_id: "hidden" });
    const never = await client.ask({ action: "subscribe", task_id: "never" });
    expect(refused).toMatchObject({ error: { code: "TASK_NOT_FOUND" }, request_id: expect.any(String) });
    expect(refused.error).toEqual(never.error);

    const [mine, own] = [
      await insertTaskIn(hub.ctx, "queued", { id: "twin" }),
      await insertTaskIn(theirs, "queued", { id: "twin" }),
    ];
    await client.ask({ action: "subscribe", task_id: "twin" });
    await cancelTask(hub.ctx, mine);
    await cancelTask(theirs, own, { reason: "Ours" });
    expect(await client.next()).toMatchObject({ state: "cancelled" });
    expect(client.frames).toEqual([]);
  });
});

describe("a frame that cannot be carried out", () => {
  it.each([
    ["not JSON", "{"],
    ["not an object", "[]"],
    ["an unknown action", { action: "shout", task_id: "a" }],
    ["neither task nor group", { action: "subscribe" }],
    ["both task and group", { action: "subscribe", task_id: "a", group_id: "b" }],
    ["an unknown field", { action: "subscribe", task_id: "a", account_id: "b" }],
    ["an empty id", { action: "subscribe", task_id: "" }],
    ["a null character", { action: "subscribe", task_id: "\u0000" }],
  ])("(%s) is answered by an error, and the connection goes on", async (_, frame) => {
    const client = await connect();
    const answer = await client.ask(frame);
    expect(answer.error?.code).toMatch(/VALIDATION_ERROR|TASK_NOT_FOUND/);
    expect(answer).toMatchObject({ timestamp: expect.any(String), request_id: expect.any(String) });
    const task = await insertTaskIn(hub.ctx, "queued");
    expect(await client.ask({ action: "subscribe", task_id: task.id })).toMatchObject({ type: "subscribed" });
  });

  it("ends the connection when it is larger than 16 KiB", async () => {
    const client = await connect();
    const closed = client.closed();
    client.socket.send("x".repeat(17 * 1024));
    expect(await closed).toBe(1009);
  });

  it("is one above 100 subscriptions", async () => {
    const client = await connect();
    const task = await insertTaskIn(hub.ctx, "queued");
    const groups = Array.from({ length: 100 }, (_, index) => `g${index}`);
    await Promise.all(groups.map((taskSourceGroupId) => insertTaskIn(hub.ctx, "queued", { taskSourceGroupId })));
    for (const group of groups) client.socket.send(JSON.stringify({ action: "subscribe", group_id: group }));
    await expect.poll(() => client.frames).toHaveLength(100);
    client.frames.length = 0;
    expect(await client.ask({ action: "subscribe", task_id: task.id })).toMatchObject({
      error: { code: "VALIDATION_ERROR" },
    });
  });
});

describe("the handshake", () => {
  it("takes a browser's credential as a subprotocol, and chooses the other one", async () => {
    const client = await connect({}, ["oversight-hub", `bearer.${key.key}`]);
    expect(client.socket.protocol).toBe("oversight-hub");
  });

  it("is refused in the envelope without a credential, with a bad one, and without the right to read", async () => {
    const none = await refusal({});
    expect(none).toMatchObject({ status: 401, body: { error: { code: "UNAUTHENTICATED" } } });
    expect(await refusal({ headers: { "x-api-key": "oh_wrong" } })).toMatchObject({ status: 401 });
    expect(await refusal({}, ["oversight-hub", "bearer.oh_wrong"])).toMatchObject({ status: 401 });
    const { key: blind } = await createTestKey(hub.ctx, ["tasks:write"]);
    const refused = await refusal({ headers: { "x-api-key": blind } });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: "FORBIDDEN" } } });
  });

  it("is what a plain request is told to do", async () => {
    const response = await fetch(`${api.url}/ws/tasks`, { headers: { "x-api-key": key.key } });
    expect(response.status).toBe(426);
    expect(response.headers.get("upgrade")).toBe("websocket");
  });
});

it("ends when the key is revoked", async () => {
  const doomed = await createTestKey(hub.ctx);
  vi.useFakeTimers({ toFake: ["setInterval"] });
  try {
    const client = await connect({ headers: { "x-api-key": doomed.key } });
    const closed = client.closed();
    await revokeKey(hub.ctx, { id: doomed.id });
    vi.advanceTimersByTime(10_000);
    expect(await closed).toBe(1008);
  } finally {
    vi.useRealTimers();
  }
});

it("ends when the process does, and says so", async () => {
  const client = await connect();
  const closed = client.closed();
  beginShutdown();
  expect(await closed).toBe(1001);
});
