import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson, decide, withKey } from "#domain/approvals/testing.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import type { Ctx } from "#domain/context.ts";
import { inAccount } from "#domain/context.ts";
import { resultOf } from "#domain/publications/testing.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import {
  createTestHub,
  insertTaskIn,
  newPost,
  readEverything,
  type TestHub,
  withoutRefusals,
} from "#domain/tasks/testing.ts";

let hub: TestHub;
let ana: Ctx;
let ben: Ctx;
let key: Ctx;
beforeAll(async () => {
  hub = await createTestHub();
  [ana, ben] = await Promise.all([addPerson(hub, "Ana"), addPerson(hub, "Ben")]);
  key = await withKey(hub, ana);
  await decide(hub, { allow_own_approval: false });
});
afterAll(() => hub.close());

/** A task that this caller asked for, generated and waiting. */
async function askedForBy(ctx: Ctx): Promise<{ uid: string; version: number }> {
  const { task } = await createTask(ctx, newPost());
  return generated(task.uid);
}

async function generated(uid: string): Promise<{ uid: string; version: number }> {
  const ctx = { ...hub.ctx, actor: systemActor(hub.ctx.actor.accountId, "worker") };
  const content = `Tides, once more: ${crypto.randomUUID()}.`;
  const result = resultOf("Tides", content);
  await inAccount(ctx, async (tx) => {
    const [row] = await hub.owner`select round, revision from tasks where uid = ${uid}`;
    const draft = { content, result, origin: "generated" as const, note: null };
    const made = await addRevision({ ...ctx, tx }, { uid, round: row?.round, revision: row?.revision }, draft);
    await tx.execute(`update tasks set status = 'awaiting_approval', revision = ${made.number},
      revision_sha256 = '${made.sha256}' where uid = '${uid}'`);
  });
  return { uid, version: (await getTask(hub.ctx, { uid })).version };
}

const refusedAs = async (ctx: Ctx, task: { uid: string }) => {
  const { availableActions, approvalRefused } = await getTask(ctx, task);
  const before = await readEverything(hub);
  const verb = await approveTask(ctx, task, {}).then(
    () => null,
    (error) => error,
  );
  if (verb) expect(withoutRefusals(await readEverything(hub))).toEqual(withoutRefusals(before));
  // What the screen offers is what the verb does, for the same reason and in the same words.
  expect(availableActions.includes("approve")).toBe(verb === null);
  expect(approvalRefused?.message ?? null).toBe(verb?.message ?? null);
  return verb && { code: verb.code, status: verb.status, reason: verb.details.reason, who: verb.details.who_can };
};
const notAllowed = { code: "APPROVAL_NOT_ALLOWED", status: 403 };

describe("where the policy forbids approving one's own work", () => {
  it("whoever asked for a task may not approve it, by a key either", async () => {
    const task = await askedForBy(ana);
    expect(await refusedAs(ana, task)).toMatchObject({ ...notAllowed, reason: "asked_for_it" });
    expect(await refusedAs(key, task)).toMatchObject({ ...notAllowed, reason: "asked_for_it" });
    expect((await getTask(ana, task)).approvalRefused?.whoCan).toContain("Ben");
    expect((await getTask(ana, task)).approvalRefused?.whoCan).not.toContain("Ana");
    expect(await refusedAs(ben, task)).toBeNull();
  });

  it("what a key asked for is its owner's", async () => {
    const task = await askedForBy(key);
    expect(await refusedAs(ana, task)).toMatchObject({ ...notAllowed, reason: "asked_for_it" });
    expect(await refusedAs(ben, task)).toBeNull();
  });

  it("whoever edited the text may not, also under a later hand", async () => {
    const task = await askedForBy(hub.ctx);
    const first = await editTask(ben, task, { version: task.version, content: "Ben's words." });
    expect(await refusedAs(ben, task)).toMatchObject({ ...notAllowed, reason: "edited_it" });
    await editTask(ana, task, { version: first.version, content: "Ben's words!" });
    expect(await refusedAs(ben, task)).toMatchObject({ ...notAllowed, reason: "edited_it" });
    expect(await refusedAs(ana, task)).toMatchObject({ ...notAllowed, reason: "edited_it" });
    const nobody =
      "You edited this text, and work of the type blog post is approved by somebody else here. Nobody else";
    expect((await getTask(ana, task)).approvalRefused).toMatchObject({ whoCan: [] });
    expect((await getTask(ana, task)).approvalRefused?.message).toContain(nobody);
  });

  it("an edit counts until another round has replaced the whole", async () => {
    const task = await askedForBy(hub.ctx);
    await editTask(ben, task, { version: task.version, content: "Ben's words." });
    await hub.owner`update tasks set round = 2, blocks = '["intro"]' where uid = ${task.uid}`;
    await generated(task.uid);
    expect(await refusedAs(ben, task)).toMatchObject({ reason: "edited_it" });
    await hub.owner`update tasks set blocks = null where uid = ${task.uid}`;
    expect(await refusedAs(ben, task)).toBeNull();
  });

  it("a key of nobody may not, since nobody answers for it", async () => {
    const nobodys = await withKey(hub, null);
    expect(await refusedAs(nobodys, await askedForBy(nobodys))).toMatchObject({ ...notAllowed, reason: "no_person" });
  });

  it("those who do not review are told nothing", async () => {
    const task = await askedForBy(ana);
    const viewer = { ...ana, actor: { ...ana.actor, scopes: new Set(["tasks:read"] as const) } };
    expect(await getTask(viewer, task)).toMatchObject({ approvalRefused: null, availableActions: [] });
  });
});

it("holds together with a second approval", async () => {
  await decide(hub, { approvals_needed: 2 });
  const task = await askedForBy(ana);
  expect(await refusedAs(ben, task)).toBeNull();
  expect(await refusedAs(ana, task)).toMatchObject({ reason: "asked_for_it" });
  expect(await refusedAs(ben, task)).toMatchObject({ code: "ALREADY_APPROVED", status: 409 });
  expect((await approveTask(hub.ctx, task, {})).status).toBe("approved");
});

it("without the policy one's own work is like any other", async () => {
  await decide(hub, { approvals_needed: null, allow_own_approval: null });
  expect(await refusedAs(ana, await askedForBy(ana))).toBeNull();
  expect((await insertTaskIn(ana, "approved")).status).toBe("approved");
});
