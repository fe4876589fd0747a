import { randomUUID } from "node:crypto";
import { and, desc, gt, isNull, sql } from "drizzle-orm";
import { listen } from "#db/client.ts";
import { workers } from "#db/schema/operations.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import {
  type ModelTestRequest,
  type ModelTestResult,
  modelTestAnswerSchema,
  modelTestChannel,
  modelTestResultChannel,
} from "#domain/models/model-tests.ts";
import { readAccountModels } from "#domain/models/read-settings.ts";
import { HubError } from "#lib/errors.ts";
import { priceOf } from "#lib/models/prices.ts";

/** A local server may have to load the model first. */
const patienceMs = 60_000;

/**
 * Has a worker make one tiny call of a model: what generates is what is tried, with its keys and its network.
 * @param model provider/model, or a name that the account has given one
 * @throws HubError WORKER_UNAVAILABLE when no worker is there or none answers
 */
export async function testModel(ctx: Ctx, model: string): Promise<ModelTestResult & { model: string }> {
  requireScope(ctx, "account:admin");
  const { accountId } = ctx.actor;
  const { settings } = await inAccount(ctx, (tx) => readAccountModels(tx, accountId));
  const id = settings.modelAliases[model] ?? model;
  const worker = await liveWorker(ctx);
  const result = await ask(ctx, { id: randomUUID(), worker, model: id, price: priceOf(id, settings.modelPrices) });
  await inAccount(ctx, (tx) =>
    recordAudit(
      { ...ctx, tx },
      { action: "models.test", targetType: "settings", targetId: accountId, detail: { model: id, ok: result.ok } },
    ),
  );
  return { model: id, ...result };
}

async function liveWorker(ctx: Ctx): Promise<string> {
  const [alive] = await ctx.db
    .select({ id: workers.id })
    .from(workers)
    .where(and(isNull(workers.stoppedAt), gt(workers.heartbeatAt, sql`now() - interval '20 seconds'`)))
    .orderBy(desc(workers.heartbeatAt))
    .limit(1);
  if (alive) return alive.id;
  throw unavailable("No worker is running, and the workers are what calls the models. Start one and try again.");
}

async function ask(ctx: Ctx, request: ModelTestRequest): Promise<ModelTestResult> {
  let settle = (_: ModelTestResult | null) => {};
  const answered = new Promise<ModelTestResult | null>((resolve) => {
    settle = resolve;
  });
  const stop = await listen(modelTestResultChannel, (payload) => {
    const { id, ...result } = modelTestAnswerSchema.parse(JSON.parse(payload));
    if (id === request.id) settle(result);
  });
  const timer = setTimeout(() => settle(null), patienceMs);
  try {
    await ctx.db.execute(sql`select pg_notify(${modelTestChannel}, ${JSON.stringify(request)})`);
    const result = await answered;
    if (result) return result;
  } finally {
    clearTimeout(timer);
    await stop();
  }
  throw unavailable(`The worker ${request.worker} did not answer within ${patienceMs / 1_000} seconds. Try again.`);
}

function unavailable(message: string): HubError {
  return new HubError("WORKER_UNAVAILABLE", message, { headers: { "retry-after": "10" } });
}
