import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { dropDraft } from "#domain/drafts/drop-draft.ts";
import { findDraft } from "#domain/drafts/find-draft.ts";
import { keepDraft } from "#domain/drafts/keep-draft.ts";
import { draftAnswerSchema, draftSchema, keepDraftSchema } from "#lib/contract/draft.ts";
import { instantSchema } from "#lib/contract/instant.ts";
import { signReferences, unsignReferences } from "#lib/http/links.ts";
import { json } from "#lib/http/route.ts";
import { taskParams } from "#lib/http/task-answer.ts";

export const GET = route(
  {
    summary: "What one has typed into a task and not saved; for people, not for keys",
    access: "tasks:write",
    params: taskParams,
    responses: { 200: draftAnswerSchema },
    errors: ["TASK_NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    const draft = await findDraft(ctx, { ref: params.id });
    const owner = { id: params.id, accountId: ctx.actor.accountId };
    return json({ draft: draft && { ...draft, changes: signReferences(draft.changes, owner) } });
  },
);

export const PUT = route(
  {
    summary: "Keep what one has typed into a task and not saved, for 30 days",
    description:
      "One draft for each person and task, which nobody else sees. Saving the edit with its `kept_at` as `ends_draft` ends it.",
    access: "tasks:write",
    params: taskParams,
    body: keepDraftSchema,
    responses: { 200: draftSchema.pick({ kept_at: true }) },
    errors: ["TASK_NOT_FOUND", "PRECONDITION_FAILED"],
  },
  async ({ ctx, params, body }) =>
    json(await keepDraft(ctx, { ref: params.id }, { ...body, changes: unsignReferences(body.changes) })),
);

export const DELETE = route(
  {
    summary: "Throw a draft away",
    access: "tasks:write",
    params: taskParams,
    query: z.strictObject({
      kept_at: instantSchema.optional().meta({ description: "Only the draft that was kept then" }),
    }),
    responses: { 204: null },
    errors: ["TASK_NOT_FOUND", "PRECONDITION_FAILED"],
  },
  async ({ ctx, params, query }) => {
    await dropDraft(ctx, { ref: params.id }, query.kept_at ?? null);
    return new Response(null, { status: 204 });
  },
);
