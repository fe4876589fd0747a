import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TaskRow, tasks } from "#db/schema/tasks.ts";
import { inAccount } from "#domain/context.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { commentOnTask } from "#domain/tasks/comment-on-task.ts";
import { editTask } from "#domain/tasks/edit-task.ts";
import { listTaskBlocks } from "#domain/tasks/list-blocks.ts";
import { regenerateTask } from "#domain/tasks/regenerate-task.ts";
import { retryTask } from "#domain/tasks/retry-task.ts";
import { createTestHub, insertTaskIn, type TestHub } from "#domain/tasks/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const content = "Opening words.\n\n## The sea\n\nTwice a day the sea comes in.\n\n- mud\n- sand\n";

async function waitingPost(): Promise<TaskRow> {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval");
  await editTask(hub.ctx, task, { version: task.version, content });
  return read(task);
}

async function waitingWith(taskType: string, result: JsonObject): Promise<TaskRow> {
  const task = await insertTaskIn(hub.ctx, "awaiting_approval", { taskType });
  await inAccount(hub.ctx, async (tx) => {
    const draft = { content: null, result, origin: "generated" as const, note: null };
    const { number, sha256 } = await addRevision({ ...hub.ctx, tx }, task, draft);
    await tx.update(tasks).set({ revision: number, revisionSha256: sha256 }).where(eq(tasks.uid, task.uid));
  });
  return read(task);
}

async function read({ uid }: Pick<TaskRow, "uid">): Promise<TaskRow> {
  const [row] = await inAccount(hub.ctx, (tx) => tx.select().from(tasks).where(eq(tasks.uid, uid)));
  if (!row) throw new Error("the task is gone");
  return row;
}

const sendBack = (task: TaskRow, blocks?: (string | number)[], more: { fromPhase?: string } = {}) =>
  regenerateTask(hub.ctx, task, { feedback: "Shorter", blocks, ...more });

describe("sending some blocks back", () => {
  it("keeps their names with the round, in order, and says so in event and audit", async () => {
    const task = await waitingPost();
    const detail = await sendBack(task, ["3", 0]);
    expect(detail).toMatchObject({ status: "queued", round: 2, blocks: ["0", "3"], feedback: "Shorter" });
    expect(await read(task)).toMatchObject({ blocks: ["0", "3"], fromPhase: "creative" });
    const [event] = await hub.owner`
      select metadata from task_events where task_uid = ${task.uid} and move = 'regenerate'`;
    expect(event?.metadata).toMatchObject({ from_phase: "creative", blocks: ["0", "3"], round: 2 });
    const [audited] = await hub.owner`
      select detail from audit where target_id = ${task.id} and action = 'task.regenerate'`;
    expect(audited?.detail).toMatchObject({ blocks: ["0", "3"], revision: 2, sha256: task.revisionSha256 });
  });

  it("is undone by the next round of the whole, and kept by a retry of the same round", async () => {
    const task = await waitingPost();
    await sendBack(task, [0]);
    await hub.owner`update tasks set status = 'failed' where uid = ${task.uid}`;
    await retryTask(hub.ctx, task);
    expect(await read(task)).toMatchObject({ status: "queued", round: 2, blocks: ["0"] });
    await hub.owner`update tasks set status = 'awaiting_approval' where uid = ${task.uid}`;
    const edited = await read(task);
    await editTask(hub.ctx, edited, { version: edited.version, content: `${content}\nMore.\n` });
    await sendBack(task);
    expect(await read(task)).toMatchObject({ round: 3, blocks: null, fromPhase: "creative" });
  });

  it.each([
    ["a number too high", [0, 4], "blocks.1", 'names no passage of the current revision ("4"); it has 0 to 3'],
    ["a word", ["first"], "blocks.0", 'names no passage of the current revision ("first"); it has 0 to 3'],
    ["a block twice", [2, "2"], "blocks.1", "names the same one as blocks.0"],
  ])("refuses %s, naming where", async (_, blocks, field, reason) => {
    const task = await waitingPost();
    await expect(sendBack(task, blocks)).rejects.toMatchObject({ status: 422, details: { field, reason } });
    expect(await read(task)).toMatchObject({ status: "awaiting_approval", version: task.version });
  });

  it("refuses types that are made as a whole, and names those that are not", async () => {
    const task = await waitingWith("text_to_speech", {});
    await expect(sendBack(task, [0])).rejects.toMatchObject({
      details: { field: "blocks", reason: expect.stringMatching(/for text_to_speech.*blog_post \(by 0\)/) },
    });
  });

  it("refuses a phase that makes no blocks", async () => {
    const task = await waitingPost();
    const late = sendBack(task, [0], { fromPhase: "format" });
    await expect(late).rejects.toMatchObject({
      details: { field: "from_phase", reason: expect.stringContaining("creative") },
    });
    expect((await sendBack(task, [0], { fromPhase: "creative" })).blocks).toEqual(["0"]);
  });

  it("refuses what was read before somebody else changed it, whole or in part", async () => {
    const task = await waitingPost();
    const seen = task.revisionSha256 ?? "";
    await editTask(hub.ctx, task, { version: task.version, content: "All new." });
    const late = regenerateTask(hub.ctx, task, { feedback: "Shorter", blocks: [0], revisionSha256: seen });
    await expect(late).rejects.toMatchObject({ code: "REVISION_CHANGED", status: 409 });
  });

  it("says that a task cannot be sent back before it looks at what is named", async () => {
    const task = await insertTaskIn(hub.ctx, "queued");
    await expect(sendBack(task, [99])).rejects.toMatchObject({ code: "INVALID_STATUS_TRANSITION" });
  });
});

describe("a concept", () => {
  const palette = (palette_name: string) => ({
    ...{ palette_name, colors: ["#ffffff", "#222222", "#555555"] },
    ...{ description: "Plain.", image_url: "artifact:1" },
  });
  const concept = () =>
    waitingWith("concept_generation", {
      ...{ image_url: "artifact:0", files: [] },
      variations: [palette("Clear blue"), palette("Night"), palette("Sand")],
    });

  it("is sent back by the mark, a palette's place or its name, in the order in which they are shown", async () => {
    const task = await concept();
    const detail = await sendBack(task, ["Night", "mark", "variations.0"]);
    expect(detail.blocks).toEqual(["mark", "variations.0", "variations.1"]);
    expect(await read(task)).toMatchObject({ blocks: detail.blocks, fromPhase: "palettes" });
  });

  it.each([
    [
      "a palette that there is not",
      ["variations.3"],
      "blocks.0",
      /"variations.3".*variations.0 to variations.2, and mark$/,
    ],
    ["the name of none", ["mark", "Dusk"], "blocks.1", /"Dusk"/],
    ["one twice, once by name", [1, "Night"], "blocks.1", /same one as blocks.0$/],
    ["the mark twice", ["mark", "mark"], "blocks.1", /same one as blocks.0$/],
    ["a place within the mark", ["mark.0"], "blocks.0", /"mark.0"/],
  ])("refuses %s", async (_, blocks, field, reason) => {
    const task = await concept();
    await expect(sendBack(task, blocks)).rejects.toMatchObject({
      ...{ status: 422, details: { field, reason: expect.stringMatching(reason) } },
    });
    expect(await read(task)).toMatchObject({ status: "awaiting_approval", version: task.version });
  });

  it("lists its mark first, and the comments on each part", async () => {
    const task = await concept();
    const comment = async (path: string) => {
      const { comments } = await commentOnTask(hub.ctx, task, { body: "Look", anchor: { path } });
      return comments.at(-1);
    };
    const [onMark, onNight] = [await comment("mark"), await comment("variations.1")];
    expect([onMark?.anchor, onNight?.anchor]).toEqual([{ path: "mark" }, { path: "variations.1", words: "Night" }]);
    const { called, blocks } = await listTaskBlocks(hub.ctx, task);
    expect(called).toEqual({ one: "palette", several: "palettes" });
    expect(blocks.map(({ name, comment_ids }) => [name, comment_ids])).toEqual([
      ...[
        ["mark", [onMark?.id]],
        ["variations.0", []],
        ["variations.1", [onNight?.id]],
        ["variations.2", []],
      ],
    ]);
  });
});

describe("the sources of a data retrieval", () => {
  const retrieved = (rows: JsonObject[]) =>
    waitingWith("data_retrieval", {
      ...{ rows, columns: ["city"], row_count: rows.length },
      sources: [
        { source: "https://a.example", status: "ok", format: "csv", rows: 2, error: null },
        { source: "https://b.example", status: "failed", format: null, rows: 0, error: "it answers 503" },
      ],
    });

  it("are sent back one by one, and listed with what went wrong", async () => {
    const task = await retrieved([{ city: "Aarhus" }, { city: "Odense" }]);
    const { called, blocks } = await listTaskBlocks(hub.ctx, task);
    expect([called?.several, blocks[1]?.text]).toEqual(["sources", "https://b.example · it answers 503"]);
    expect(await sendBack(task, [1])).toMatchObject({ blocks: ["sources.1"] });
    expect(await read(task)).toMatchObject({ fromPhase: "fetch" });
  });

  it("are refused, and not offered, once rows no longer say whose they are", async () => {
    const task = await retrieved([{ city: "Aarhus" }]);
    expect(await listTaskBlocks(hub.ctx, task)).toMatchObject({ called: null, blocks: [] });
    await expect(sendBack(task, [1])).rejects.toMatchObject({
      details: { field: "blocks", reason: expect.stringContaining("make the whole again") },
    });
    expect(await read(task)).toMatchObject({ status: "awaiting_approval", version: task.version });
  });
});

describe("the blocks of a revision", () => {
  it("are remembered by their words in a comment on one, so that it is known when it is gone", async () => {
    const question = {
      ...{ id: "q_1", type: "true_false", options: ["True", "False"] },
      question: "Does the sea come twice?",
    };
    const task = await waitingWith("quiz", { quiz: { questions: [question] } });
    const anchors: JsonObject[] = [
      { path: "questions.0" },
      { path: "questions.0.options" },
      { path: "questions.9" },
      { quote: "twice" },
    ];
    for (const anchor of anchors) await commentOnTask(hub.ctx, task, { body: "Look", anchor });
    const { comments } = await commentOnTask(hub.ctx, task, { body: "All of it" });
    expect(comments.map(({ anchor }) => anchor)).toEqual([
      { path: "questions.0", words: "Does the sea come twice?" },
      { path: "questions.0.options", words: "Does the sea come twice?" },
      { path: "questions.9" },
      { quote: "twice" },
      null,
    ]);
  });

  it("are listed with the comments that are about them, old revisions' left out", async () => {
    const task = await insertTaskIn(hub.ctx, "awaiting_approval");
    await commentOnTask(hub.ctx, task, { body: "Old", anchor: { quote: "Twice a day" } });
    await editTask(hub.ctx, task, { version: task.version, content });
    const comment = async (anchor?: JsonObject) => {
      const { comments } = await commentOnTask(hub.ctx, task, { body: "Look", ...(anchor ? { anchor } : {}) });
      return comments.at(-1)?.id;
    };
    const quoted = await comment({ quote: "day the SEA  comes" });
    const across = await comment({ quote: "Opening words. The sea" });
    const named = await comment({ block: "3" });
    await comment({ quote: "sea" });
    await comment({ quote: "not there" });
    await comment();
    const listed = await listTaskBlocks(hub.ctx, task);
    expect(listed).toMatchObject({ revision: 2, called: { several: "passages" }, from_phases: ["creative"] });
    expect(listed.blocks).toEqual([
      { name: "0", kind: "paragraph", text: "Opening words.", comment_ids: [across] },
      { name: "1", kind: "heading", text: "The sea", comment_ids: [across] },
      { name: "2", kind: "paragraph", text: "Twice a day the sea comes in.", comment_ids: [quoted] },
      { name: "3", kind: "list", text: expect.stringContaining("mud"), comment_ids: [named] },
    ]);
  });

  it("are none for a type that is made as a whole", async () => {
    const task = await waitingWith("text_to_speech", {});
    expect(await listTaskBlocks(hub.ctx, task)).toMatchObject({ called: null, blocks: [] });
  });
});
