import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskRow } from "#db/schema/tasks.ts";
import { publishTask } from "#domain/publications/publish-task.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { diffRevisions } from "#domain/tasks/diff-revisions.ts";
import { type EditTask, editTask } from "#domain/tasks/edit-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { getRevisions, listRevisions } from "#domain/tasks/read-history.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { submitRequest } from "#domain/tasks/submit-request.ts";
import { createTestHub, insertTaskIn, readEverything, type TestHub } from "#domain/tasks/testing.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const waiting = () => insertTaskIn(hub.ctx, "awaiting_approval");
const edit = (task: Pick<TaskRow, "uid" | "version">, input: Omit<EditTask, "version">) =>
  editTask(hub.ctx, task, { version: task.version, ...input });

describe("an edit", () => {
  it("is a new revision by its author, and leaves the old one as it was", async () => {
    const task = await waiting();
    const after = await edit(task, { content: "Twice a day.", note: "Shorter" });
    expect(after).toMatchObject({ content: "Twice a day.", revision: 2, version: task.version + 1 });
    const [second, first] = (await listRevisions(hub.ctx, task)).revisions;
    expect(second).toMatchObject({ number: 2, origin: "edited", note: "Shorter", author: { id: hub.ctx.actor.id } });
    expect(first).toMatchObject({ number: 1, sha256: task.revisionSha256 });
    const [before] = await getRevisions(hub.ctx, task, [1]);
    expect(before?.content).toBe("Twice a day the sea comes in.");
  });

  it("patches the result by RFC 7386: null removes, objects merge, lists are replaced", async () => {
    const task = await waiting();
    const result = { title: "Tides", tags: ["sea", "coast"], seo_title: "Tides" };
    const after = await edit(task, { result });
    expect(after.result).toMatchObject({ ...result, excerpt: expect.stringContaining("About") });
    await expect(edit(after, { result: { title: null } })).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      details: { field: "result.title" },
    });
  });

  it("that no longer fits the type is refused and leaves nothing", async () => {
    const task = await waiting();
    const before = await readEverything(hub);
    const bad = { seo_title: "x".repeat(61), quality_score: 99, tags: "sea" };
    const refused = edit(task, { result: bad });
    await expect(refused).rejects.toMatchObject({ code: "VALIDATION_ERROR", status: 422 });
    const paths = await refused.catch((error) => error.details.issues.map(({ path }: { path: string }) => path));
    expect(paths).toEqual(["result.seo_title", "result.tags", "result.quality_score"]);
    expect(await readEverything(hub)).toEqual(before);
  });

  it("does not reach the prototype of anything", async () => {
    const task = await waiting();
    const hostile = JSON.parse(`{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}`);
    await edit(task, { result: hostile });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const [row] = await hub.owner`select result ? '__proto__' as leaked from revisions where task_uid = ${task.uid}`;
    expect(row?.leaked).toBe(false);
  });
});

describe("If-Match", () => {
  it("lets one of two editors through, and tells the other what is there now", async () => {
    const task = await waiting();
    const settled = await Promise.allSettled([edit(task, { content: "One" }), edit(task, { content: "Two" })]);
    const [won] = settled.flatMap((outcome) => (outcome.status === "fulfilled" ? outcome.value : []));
    const [lost] = settled.flatMap((outcome) => (outcome.status === "rejected" ? outcome.reason : []));
    expect(lost).toMatchObject({ code: "PRECONDITION_FAILED", status: 412 });
    expect(lost.details.current_etag).toBe(`"${task.version + 1}"`);
    expect((await getTask(hub.ctx, task)).content).toBe(won?.content);
    expect((await listRevisions(hub.ctx, task)).revisions).toHaveLength(2);
  });

  it("is stale after a decision", async () => {
    const task = await waiting();
    await approveTask(hub.ctx, task, {});
    await expect(edit(task, { content: "Late" })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });
});

it("a published post stays as it is until the edited revision is approved and published", async () => {
  const task = await insertTaskIn(hub.ctx, "published");
  const live = async () => {
    const [row] = await hub.owner`
      select revision, slug from publications where task_uid = ${task.uid} and withdrawn_at is null`;
    return row;
  };
  const before = await live();
  const after = await edit(task, { content: "Corrected." });
  expect(after).toMatchObject({ status: "awaiting_approval", publishedUrl: task.publishedUrl });
  expect(await live()).toEqual(before);
  await approveTask(hub.ctx, task, {});
  await publishTask(hub.ctx, task);
  expect(await live()).toEqual({ ...before, revision: 2 });
});

describe("the difference of two revisions", () => {
  it("is told word by word and field by field", async () => {
    const task = await waiting();
    await edit(task, { content: "Twice a day the river comes back.", result: { title: "Rivers" } });
    const diff = await diffRevisions(hub.ctx, task, { from: 1, to: 2 });
    expect(diff.content.filter(({ op }) => op !== "added").map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Twice a day the ", "sea"]),
    );
    const side = (without: string) =>
      diff.content
        .filter(({ op }) => op !== without)
        .map(({ text }) => text)
        .join("");
    expect(side("added")).toBe("Twice a day the sea comes in.");
    expect(side("removed")).toBe("Twice a day the river comes back.");
    expect([diff.words_added, diff.words_removed]).toEqual([2, 2]);
    expect(diff.result).toEqual([{ path: "title", before: `Post ${task.id}`, after: "Rivers" }]);
  });

  it("cannot be told of a revision that is not there", async () => {
    const task = await waiting();
    await expect(diffRevisions(hub.ctx, task, { from: 1, to: 7 })).rejects.toMatchObject({
      code: "NOT_FOUND",
      details: { revision: 7 },
    });
  });
});

describe("sending back", () => {
  it.each([
    [undefined, "creative"],
    ["research", "research"],
    ["format", "format"],
  ])("from %s starts a new round at %s, with the feedback", async (fromPhase, starts) => {
    const task = await waiting();
    const queued = await regenerateTask(hub.ctx, task, { feedback: "Name the rivers", fromPhase });
    expect(queued).toMatchObject({ status: "queued", round: 2, attempt: 0, progress: 1, feedback: "Name the rivers" });
    const [row] = await hub.owner`select from_phase from tasks where uid = ${task.uid}`;
    expect(row?.from_phase).toBe(starts);
    const [review] = await hub.owner`select decision, revision, reason from reviews where task_uid = ${task.uid}`;
    expect(review).toEqual({ decision: "sent_back", revision: 1, reason: "Name the rivers" });
  });

  it("from a phase that the type has not is refused and changes nothing", async () => {
    const task = await waiting();
    const before = await readEverything(hub);
    const refused = regenerateTask(hub.ctx, task, { feedback: "Again", fromPhase: "voice" });
    await expect(refused).rejects.toMatchObject({ code: "VALIDATION_ERROR", details: { field: "from_phase" } });
    expect(await readEverything(hub)).toEqual(before);
  });

  it("clears what the failed or rejected round had said", async () => {
    const task = await insertTaskIn(hub.ctx, "rejected");
    const queued = await regenerateTask(hub.ctx, task, { feedback: "Longer" });
    expect(queued).toMatchObject({ errorMessage: null, finishedAt: null, round: 2 });
  });
});

describe("a task that waits for its fields", () => {
  it("takes them once, by its version, and is queued", async () => {
    const task = await insertTaskIn(hub.ctx, "pending");
    const fields = { version: task.version, requestData: { topic: "Sandbanks" } };
    expect(await submitRequest(hub.ctx, task, fields)).toMatchObject({ status: "queued", title: "Sandbanks" });
    await expect(submitRequest(hub.ctx, task, fields)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
  });

  it("goes on waiting when they are wrong", async () => {
    const task = await insertTaskIn(hub.ctx, "pending");
    const before = await readEverything(hub);
    const bad = { version: task.version, requestData: { topic: "ab", status: "approved" } };
    await expect(submitRequest(hub.ctx, task, bad)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    expect(await readEverything(hub)).toEqual(before);
  });
});
