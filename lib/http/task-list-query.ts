import * as z from "zod";
import type { Profile } from "#lib/contract/access.ts";
import { instantSchema } from "#lib/contract/instant.ts";
import { priorities, type TaskStatus } from "#lib/contract/status.ts";
import { type Issue, validationError } from "#lib/errors.ts";
import { readers } from "#lib/http/profiles/readers.ts";
import { knownStatusWords, readStatusWord } from "#lib/http/profiles/status-words.ts";

/** Empty values are left out; a list of nothing else is no filter. */
const commaList = z.string().transform((text) => {
  const items = text.split(",").flatMap((item) => item.trim() || []);
  return items.length > 0 ? items : undefined;
});
const userId = z.uuid({ error: "must be a user's id" });
const whoOrNone = "must be a user's id, or none";

/** The list's filters, as they stand in an address. */
export const taskFilterFields = {
  status: commaList.optional().meta({ description: "One or more, comma-separated, in any profile's words" }),
  task_type: commaList.optional(),
  model_name: z.string().optional().meta({ description: "Asked for, or used" }),
  model_used: z.string().optional(),
  task_source_group_id: z.string().optional(),
  task_source_ids: commaList.optional(),
  task_source_name: z.string().optional(),
  task_ids: commaList.optional().meta({ description: "Ids or numbers, comma-separated" }),
  priority: commaList.optional(),
  q: z.string().max(200).optional().meta({ description: "Found in title, id, source and group, in any case" }),
  created_from: instantSchema.optional(),
  created_to: instantSchema.optional(),
  finished_from: instantSchema.optional().meta({ description: "When its generation came to an end" }),
  finished_to: instantSchema.optional(),
  decided_from: instantSchema
    .optional()
    .meta({ description: "When a reviewer approved, rejected or sent it back, unless that was taken back" }),
  decided_to: instantSchema.optional(),
  spent_from: instantSchema.optional().meta({ description: "When money was spent on it" }),
  spent_to: instantSchema.optional(),
  min_quality: z.coerce.number().min(0).max(10).optional(),
  assigned_to: z.union([z.uuid({ error: whoOrNone }), z.literal("none")]).optional(),
  degraded: z.stringbool({ error: "must be true or false" }).optional(),
  approved_by: userId.optional().meta({ description: "Tasks whose current revision this user has approved" }),
  not_approved_by: userId
    .optional()
    .meta({ description: "Tasks whose current revision this user has not approved: what waits for them" }),
  snoozed: z
    .stringbool({ error: "must be true or false" })
    .optional()
    .meta({ description: "Whether a reviewer has taken it off the desk for a while" }),
};

export const taskFilterSchema = z.strictObject(taskFilterFields);

/** `limit` default and maximum by profile. */
const pageLimits: Record<Profile, { fallback: number; max: number }> = {
  unified: { fallback: 20, max: 100 },
  concepts: { fallback: 20, max: 100 },
  course: { fallback: 100, max: 1000 },
  inference: { fallback: 50, max: 1000 },
};

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number of at most 9 digits")
  .transform(Number);

export const taskListSchema = z.strictObject({
  ...taskFilterFields,
  sort_by: z
    .enum(["created_at", "updated_at", "status", "task_type", "priority", "quality_score", "review_order"])
    .default("created_at")
    .meta({ description: "review_order, ascending, is priority, due date, age: as reviewers take them" }),
  sort_order: z.enum(["asc", "desc"]).default("desc"),
  limit: wholeNumber.optional(),
  offset: wholeNumber.optional(),
  skip: wholeNumber.optional(),
  cursor: z.string().max(500).optional(),
  content: z
    .stringbool({ error: "must be true or false" })
    .default(true)
    .meta({ description: "false leaves each task's text out, of which the list still has an excerpt" }),
});

/**
 * Turns the words of a query into filters of the domain.
 * @throws HubError VALIDATION_ERROR (400) for a word that no profile knows, listing those that are known.
 */
export function readTaskFilters(query: z.output<typeof taskFilterSchema>, profile: Profile) {
  const issues: Issue[] = [];
  const filters = {
    statuses: query.status && readStatuses(query.status, profile, issues),
    taskTypes: query.task_type,
    modelName: query.model_name,
    modelUsed: query.model_used,
    groupId: query.task_source_group_id,
    sourceIds: query.task_source_ids,
    sourceName: query.task_source_name,
    taskRefs: query.task_ids?.map(readers[profile].taskId),
    priorities: query.priority && readPriorities(query.priority, issues),
    text: query.q,
    createdFrom: dateOf(query.created_from),
    createdTo: dateOf(query.created_to),
    finishedFrom: dateOf(query.finished_from),
    finishedTo: dateOf(query.finished_to),
    decidedFrom: dateOf(query.decided_from),
    decidedTo: dateOf(query.decided_to),
    spentFrom: dateOf(query.spent_from),
    spentTo: dateOf(query.spent_to),
    minQuality: query.min_quality,
    assignedTo: query.assigned_to === "none" ? null : query.assigned_to,
    degraded: query.degraded,
    approvedBy: query.approved_by,
    notApprovedBy: query.not_approved_by,
    snoozed: query.snoozed,
  };
  if (issues.length > 0) throw validationError(issues, "query");
  return filters;
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

/** Limit and offset of a page; `skip` is another word for `offset`. Out of range is refused, never clamped. */
export function readPage(
  query: Pick<z.output<typeof taskListSchema>, "limit" | "offset" | "skip" | "cursor">,
  profile: Profile,
): { limit: number; offset: number } {
  const { fallback, max } = pageLimits[profile];
  const limit = query.limit ?? fallback;
  const issues: Issue[] = [];
  if (limit < 1 || limit > max) issues.push({ path: "limit", message: `must be from 1 to ${max}` });
  if (query.offset !== undefined && query.skip !== undefined && query.offset !== query.skip) {
    issues.push({ path: "skip", message: "differs from offset; send one of them" });
  }
  if (query.cursor !== undefined && (query.offset ?? query.skip ?? 0) > 0) {
    issues.push({ path: "cursor", message: "cannot be combined with offset or skip" });
  }
  if (issues.length > 0) throw validationError(issues, "query");
  return { limit, offset: query.offset ?? query.skip ?? 0 };
}

function readStatuses(words: string[], profile: Profile, issues: Issue[]): TaskStatus[] {
  return words.flatMap((word) => {
    const statuses = readStatusWord(word, profile);
    if (statuses) return statuses;
    issues.push({ path: "status", message: `${word} is none of ${knownStatusWords(profile).join(", ")}` });
    return [];
  });
}

function readPriorities(words: string[], issues: Issue[]): number[] {
  return words.flatMap((word) => {
    const position = priorities.findIndex((priority) => priority === word.toLowerCase());
    if (position >= 0) return [position];
    issues.push({ path: "priority", message: `${word} is none of ${priorities.join(", ")}` });
    return [];
  });
}
