import * as z from "zod";
import type { Ctx } from "#domain/context.ts";
import { createTask } from "#domain/tasks/create-task.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import { priceTask, typicalSeconds } from "#domain/tasks/price-task.ts";
import { requireWorker } from "#domain/workers/require-worker.ts";
import type { Profile } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { presenters } from "#lib/http/profiles/presenters.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { json } from "#lib/http/route.ts";

/** On every route that makes one task: checks and prices it, and makes nothing. */
export const dryRunQuery = z.strictObject({
  dry_run: z.stringbool({ error: "must be true or false" }).default(false),
});

type Creation = { ctx: Ctx; body: JsonObject; profile: Profile; dryRun?: boolean; status?: number };

/** Creates one task from a request in the caller's vocabulary, and answers in it. */
export async function createAnswer({ ctx, body, profile, dryRun = false, status = 201 }: Creation): Promise<Response> {
  const { newTask: translate, tolerated } = readers[profile];
  const translated = translate(body);
  const newTask = readNewTask(translated.body, { tolerated, warnings: translated.warnings });
  if (dryRun) return json(await priceTask(ctx, newTask));
  if (profile === "inference") await requireWorker(ctx, newTask.taskType.name);
  const { task, created } = await createTask(ctx, newTask);
  const message = `${newTask.taskType.label} task ${created ? "created and queued" : "already exists"}`;
  const said = profile === "concepts" ? {} : { message };
  const foretold = profile === "inference" ? await estimatedCompletion(ctx, newTask.taskType, task.createdAt) : {};
  return json({ ...presenters[profile].task(task), ...said, ...foretold }, { status: created ? status : 200 });
}

/** By the account's latest tasks of the type; before the first, what one attempt may take. */
async function estimatedCompletion(ctx: Ctx, taskType: { name: string; timeoutMinutes: number }, createdAt: Date) {
  const seconds = (await typicalSeconds(ctx, taskType.name)) ?? taskType.timeoutMinutes * 60;
  return { estimated_completion: new Date(createdAt.getTime() + seconds * 1000).toISOString() };
}
