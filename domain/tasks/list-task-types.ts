import { eq } from "drizzle-orm";
import * as z from "zod";
import { policies } from "#db/schema/operations.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { commonFieldsSchema } from "#task-types/common-fields.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import { taskTypes } from "#task-types/schemas.ts";

/** Every type that can be asked for, with its request as JSON Schema and this account's policy. */
export async function listTaskTypes(ctx: Ctx) {
  requireScope(ctx, "tasks:read");
  const rows = await inAccount(ctx, (tx) =>
    tx
      .select({ taskType: policies.taskType, requiresApproval: policies.requiresApproval })
      .from(policies)
      .where(eq(policies.accountId, ctx.actor.accountId)),
  );
  return Object.values<TaskType>(taskTypes).map((type) => ({
    name: type.name,
    label: type.label,
    description: type.description,
    request_schema: z.toJSONSchema(requestSchemaOf(type), { io: "input" }),
    phases: type.phases.map(({ name, label, model }) => ({ name, label, model })),
    requires_approval: rows.find((row) => row.taskType === type.name)?.requiresApproval ?? type.requiresApproval,
    attempts: type.attempts,
    timeout_minutes: type.timeoutMinutes,
    example: type.example,
  }));
}

/** A type's own fields, and the common ones that it takes more strictly. */
function requestSchemaOf({ request, narrows }: TaskType) {
  return narrows ? request.extend(narrows.shape) : request;
}

/** The fields that every type takes, as JSON Schema. */
export function commonRequestSchema() {
  return z.toJSONSchema(commonFieldsSchema, { io: "input" });
}
