import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTask } from "#domain/tasks/create-task.ts";
import { createTasks } from "#domain/tasks/create-tasks.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { submitRequest } from "#domain/tasks/submit-request.ts";
import { createTestHub, readEverything, type TestHub } from "#domain/tasks/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { readers } from "#lib/http/profiles/readers.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

/** A task that waits for its type's fields. */
async function waiting(fields: JsonObject) {
  const [task] = await createTasks(hub.ctx, [{ body: fields, warnings: [] }]);
  if (!task) throw new Error("no task was made");
  return task;
}

describe("what a task waited for", () => {
  it("may hold common fields too, which go before what was said at first; the rest stays said", async () => {
    const task = await waiting({ task_type: "blog_post", language: "German", metadata: { a: 1 }, priority: "high" });
    const requestData = { topic: "Sandbanks", language: "French", source_material: "Sand moves with the tide." };
    const after = await submitRequest(hub.ctx, task, { version: task.version, requestData });
    expect(after).toMatchObject({
      ...{ status: "queued", title: "Sandbanks", language: "French", sourceMaterial: "Sand moves with the tide." },
      ...{ metadata: { a: 1 }, priority: "high", requestData: { topic: "Sandbanks" } },
    });
    expect(after.estimatedCost).toBe(0);
  });

  it("makes it the task that it would be, had it come whole: the same request again is the same task", async () => {
    const task = await waiting({ task_type: "quiz", task_id: "in-two-parts" });
    const request = { story_prompt: "The tide turns twice a day.", difficulty: "easy" };
    await submitRequest(hub.ctx, task, { version: task.version, requestData: request });
    const whole = readNewTask({ task_type: "quiz", task_id: "in-two-parts", request_data: request });
    expect(await createTask(hub.ctx, whole)).toMatchObject({ created: false, task: { status: "queued" } });
  });

  it("is read in the words of its caller's profile", async () => {
    const task = await waiting({ task_type: "video" });
    const { newTask: translate, tolerated } = readers.course;
    const requestData = { content: "A lesson on tides", bgm_volume: 0.2 };
    const after = await submitRequest(hub.ctx, task, { version: task.version, requestData, translate, tolerated });
    expect(after).toMatchObject({ requestData: { story_prompt: "A lesson on tides", segments: "maximum" } });
    expect(after.warnings).toEqual([
      "request_data.content was read as story_prompt, in as many segments as it takes",
      "request_data.bgm_volume was accepted but has no effect here",
    ]);
  });

  it.each<[string, JsonObject, JsonObject, object]>([
    [
      "an address of an inner network",
      { task_type: "concept_refinement" },
      { original_image_url: "http://169.254.169.254/logo.png", refinement_prompt: "Bolder" },
      { code: "URL_NOT_ALLOWED" },
    ],
    [
      "an assignee who is no member",
      { task_type: "blog_post" },
      { topic: "Sandbanks", assigned_to: "6d5af4d2-5095-4149-b2f3-cf006cb3fde9" },
      { code: "VALIDATION_ERROR", details: { field: "request_data.assigned_to" } },
    ],
    [
      "another id",
      { task_type: "blog_post" },
      { topic: "Sandbanks", task_id: "renamed" },
      { code: "VALIDATION_ERROR", details: { field: "request_data.task_id" } },
    ],
  ])("is judged as at creation: %s", async (_, made, requestData, refusal) => {
    const task = await waiting(made);
    const before = await readEverything(hub);
    const submitted = submitRequest(hub.ctx, task, { version: task.version, requestData });
    await expect(submitted).rejects.toMatchObject(refusal);
    expect(await readEverything(hub)).toEqual(before);
  });

  it("asks for publication by a publisher alone", async () => {
    const task = await waiting({ task_type: "blog_post" });
    const requestData = { topic: "Sandbanks", publish_at: "2031-01-01T09:00:00Z" };
    const submitted = submitRequest(hub.as("creator"), task, { version: task.version, requestData });
    await expect(submitted).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
