import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { modelTestResultSchema } from "#domain/models/model-tests.ts";
import { testModel } from "#domain/models/test-model.ts";
import { json } from "#lib/http/route.ts";

const testSchema = z
  .strictObject({ model: z.string().trim().min(1).max(200).meta({ description: "provider/model, or an alias" }) })
  .meta({ id: "ModelTest", example: { model: "builtin/writer" } });

const resultSchema = z
  .object({ model: z.string().meta({ description: "The model that was tried" }), ...modelTestResultSchema.shape })
  .meta({ id: "ModelTestResult" });

export const POST = route(
  {
    summary: "Try a model with one tiny call, made by a worker",
    description:
      "`ok` says whether it answered; `message` what came of it, or what failed and what would help. A picture that would cost is not drawn: its provider is only looked at, and the message says the price.",
    access: "account:admin",
    apart: true,
    body: testSchema,
    responses: { 200: resultSchema },
    errors: ["WORKER_UNAVAILABLE"],
  },
  async ({ ctx, body }) => json(await testModel(ctx, body.model)),
);
