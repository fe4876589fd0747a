import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { TaskRow } from "#db/schema/tasks.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { insertBareAccount, queueTestTask, readTask } from "#domain/work/testing.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { Pipeline } from "#task-types/define-pipeline.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import type { Workshop } from "#worker/task-run.ts";
import { attemptTask, phaseStates, scripted, scriptedPipeline } from "#worker/testing.ts";

let test: TestDatabase;
let accountId: string;
beforeAll(async () => {
  test = await createTestDatabase();
  accountId = await insertBareAccount(test.db);
});
afterAll(() => test.close());

const queue = () => queueTestTask(test.db, accountId, {});
const attempt = (task: TaskRow, pipeline: Pipeline, values: Partial<Workshop>) =>
  attemptTask(test.db, task, pipeline, values);

describe("a round for some blocks", () => {
  const items = (...texts: string[]) => ({ items: texts.map((text, at) => ({ text, at })), made: texts.length });
  const partial: TaskType = {
    ...scripted,
    result: z.object({
      title: z.string(),
      items: z.array(z.object({ text: z.string(), at: z.number() })),
      made: z.number(),
    }),
    blocks: {
      ...{ list: "items", noun: ["item", "items"], from: ["two"], keeps: ["three"] },
      ...{ derived: ["made"], derivedInItem: ["at"] },
    },
  };
  const makes = (result: JsonObject): Pipeline => ({
    ...scriptedPipeline({ three: async () => "drawn" }),
    finish: () => ({ content: null, result, qualityScore: 7 }),
  });
  const withBlocks = (pipeline: Pipeline) => ({ findTaskType: () => ({ taskType: partial, pipeline }) });

  async function secondRound(pipeline: Pipeline, earlier?: Pipeline["phases"]["two"], taskType = partial) {
    const task = await queue();
    const first = makes({ title: "As it was", ...items("a", "b", "c") });
    await (await attempt(task, first, withBlocks(first))).ended;
    await test.owner`
      update tasks set status = 'queued', round = 2, attempt = 0, from_phase = 'two', feedback = 'shorter', progress = 1,
        blocks = '["items.1"]', degraded_reasons = '["as before"]', warnings = '["as before"]'
      where uid = ${task.uid}`;
    const second = earlier ? { ...pipeline, phases: { ...pipeline.phases, two: earlier } } : pipeline;
    const world = { findTaskType: () => ({ taskType, pipeline: second }) };
    return { task, ended: await (await attempt(task, second, world)).ended };
  }

  it("takes what is named and what is derived from the phases, and all else from the revision before", async () => {
    let seen: unknown;
    const { task, ended } = await secondRound(
      makes({
        title: "Another",
        made: 9,
        items: items("a", "B", "c").items.map((each) => ({ ...each, at: each.at + 5 })),
      }),
      async ({ blocks, earlier }) => {
        seen = { blocks, earlier };
        return "2";
      },
    );
    expect(ended).toBe("awaiting_approval");
    expect(seen).toEqual({ blocks: [1], earlier: { one: "one", two: "two", three: "drawn" } });
    // The phase that is kept is not run again, and costs nothing.
    expect((await phaseStates(test.db, task)).slice(3)).toEqual(["2 one reused", "2 two done", "2 three reused"]);
    const [revision] = await test.owner`select result from revisions where task_uid = ${task.uid} and number = 2`;
    const at = (text: string, place: number) => ({ text, at: place });
    expect(revision?.result).toEqual({ title: "As it was", made: 9, items: [at("a", 5), at("B", 6), at("c", 7)] });
    expect(await readTask(test.db, task)).toMatchObject({ degraded: true, degradedReasons: ["as before"] });
  });

  it("leaves nothing of what was degraded before to a type that judges the whole anew", async () => {
    const judging: TaskType = {
      ...partial,
      ...(partial.blocks && { blocks: { ...partial.blocks, judgedAnew: true } }),
    };
    const made = makes({ title: "As it was", ...items("a", "B", "c") });
    const { task } = await secondRound(
      made,
      async ({ warn }) => {
        warn("found now");
        return "2";
      },
      judging,
    );
    expect(await readTask(test.db, task)).toMatchObject({
      ...{ degraded: false, degradedReasons: [], warnings: ["found now"] },
    });
  });

  it.each([
    ["touches another block", items("a", "B", "C"), "items.2.text"],
    ["loses one", items("a", "B"), "their number (3, now 2)"],
  ])("fails at once, and makes no revision, where a pipeline %s", async (_, made, named) => {
    const { task, ended } = await secondRound(makes({ title: "As it was", ...made }));
    expect(ended).toBe("failed");
    const row = await readTask(test.db, task);
    expect(row).toMatchObject({ errorCode: "FROZEN_BLOCK_CHANGED", revision: 1 });
    expect(row.errorMessage).toContain(named);
    expect(await test.owner`select from revisions where task_uid = ${task.uid}`).toHaveLength(1);
  });
});
