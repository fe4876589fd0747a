import * as z from "zod";
import { instantSchema } from "#lib/contract/instant.ts";
import { type JsonObject, jsonObjectSchema } from "#lib/contract/json.ts";
import { validationError } from "#lib/errors.ts";
import { unsignReferences } from "#lib/http/links.ts";

const titleFields = {
  title: z.string().trim().min(1).max(300).optional(),
  excerpt: z.string().max(2000).optional(),
  seo_title: z.string().max(60).optional(),
  seo_description: z.string().max(160).optional(),
  seo_keywords: z.array(z.string().max(100)).max(20).optional(),
};

/** `PATCH /api/tasks/{id}`: the text, a merge patch (RFC 7386) of the result, or its title fields by name. */
export const editTaskSchema = z.strictObject({
  content: z.string().max(1_000_000).nullable().optional(),
  result: jsonObjectSchema.optional(),
  ...titleFields,
  restore_revision: z
    .int()
    .min(1)
    .optional()
    .meta({ description: "The number of an earlier revision that becomes the newest again, with its files" }),
  note: z.string().max(2000).optional().meta({ description: "Why; shown with the revision" }),
  due_at: instantSchema.nullable().optional().meta({ description: "By when; null for no date" }),
  ends_draft: instantSchema
    .optional()
    .meta({ description: "The `kept_at` of one's own draft that this saves; a newer one from elsewhere stays" }),
  request_data: jsonObjectSchema
    .optional()
    .meta({ description: "Only for a task that waits for its fields: queues it" }),
});

type Edit =
  | { content?: string | null; result?: JsonObject; note?: string; endsDraft?: string }
  | { restore: number; note?: string }
  | { requestData: JsonObject }
  | { dueAt: Date | null };

/** @throws HubError VALIDATION_ERROR when nothing is changed, or two kinds of change are mixed. */
export function readEdit(body: z.output<typeof editTaskSchema>): Edit {
  const {
    content,
    result,
    note,
    due_at: dueAt,
    request_data: requestData,
    restore_revision: restore,
    ends_draft: endsDraft,
    ...titles
  } = body;
  const changes = { ...result, ...titles } as JsonObject;
  const edits = content !== undefined || Object.keys(changes).length > 0;
  if (dueAt !== undefined) {
    if (!edits && !requestData && restore === undefined) return { dueAt: dueAt === null ? null : new Date(dueAt) };
    throw validationError([{ path: "due_at", message: "cannot be sent together with another change" }]);
  }
  if (requestData) {
    if (!edits && restore === undefined) return { requestData };
    throw validationError([{ path: "request_data", message: "cannot be sent together with content or result" }]);
  }
  if (restore !== undefined) {
    if (!edits) return { restore, note };
    throw validationError([{ path: "restore_revision", message: "cannot be sent together with content or result" }]);
  }
  if (!edits)
    throw validationError([{ path: "", message: "Nothing to change: send content, result or a title field" }]);
  return {
    content: content === undefined ? undefined : unsignReferences(content),
    result: Object.keys(changes).length > 0 ? unsignReferences(changes) : undefined,
    note,
    ...(endsDraft && { endsDraft }),
  };
}
