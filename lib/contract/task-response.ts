import * as z from "zod";
import { approvalRefusalSchema, approvalsSchema } from "./approval.ts";
import { jsonObjectSchema, jsonSchema } from "./json.ts";
import { approvalStatuses, priorities, taskStatuses } from "./status.ts";

const instant = z.iso.datetime().meta({ description: "UTC, ISO 8601" });

/** What the unified profile shows of a task in lists. */
export const taskListItemSchema = z
  .object({
    id: z.string().meta({ description: "The account's number of the task in lists, its id elsewhere" }),
    task_id: z.string(),
    number: z.int(),
    account_id: z.string(),
    user_id: z.string(),
    task_type: z.string(),
    status: z.string(),
    state: z.enum(taskStatuses),
    approval_status: z.enum(approvalStatuses).nullable(),
    approvals: approvalsSchema
      .nullable()
      .meta({ description: "In lists null unless several approvals are needed and the task waits for them" }),
    priority: z.enum(priorities),
    title: z.string(),
    topic: z.string().nullable(),
    content: z.string().nullable().optional().meta({ description: "Left out where the list was asked for without" }),
    excerpt: z.string().nullable().meta({ description: "The result's own, else the first words of it" }),
    featured_image_url: z.string().nullable(),
    quality_score: z.number().nullable(),
    seo_title: z.string().nullable(),
    seo_description: z.string().nullable(),
    seo_keywords: z.array(z.string()),
    progress: z.number().min(0).max(100),
    phase: z.string().nullable(),
    message: z.string(),
    round: z.int(),
    attempt: z.int(),
    revision_number: z.int().nullable(),
    revision_sha256: z.string().nullable(),
    task_source_name: z.string().nullable(),
    task_source_id: z.string().nullable(),
    task_source_group_id: z.string().nullable(),
    model_name: z.string().nullable(),
    model_used: z.string().nullable(),
    estimated_cost: z.number().nullable().meta({ description: "US dollars; null when a price is unknown" }),
    total_cost: z.number().meta({ description: "US dollars spent so far" }),
    degraded: z.boolean(),
    degraded_reasons: z.array(z.string()),
    warnings: z.array(z.string()),
    hold_reason: z.string().nullable(),
    error_code: z.string().nullable(),
    error_message: z.string().nullable(),
    worker_id: z.string().nullable(),
    assigned_to: z.string().nullable(),
    due_at: instant.nullable(),
    snoozed_until: instant
      .nullable()
      .meta({ description: "Off the desk until then, or until something happens to it" }),
    snoozed_by: z.string().nullable(),
    publish_at: instant.nullable(),
    published_url: z.string().nullable(),
    result_url: z.string().nullable(),
    thumbnail_url: z.string().nullable().meta({
      description:
        "A small picture of the result or of its first page: WebP, 480 pixels at most, or its picture where that is small",
    }),
    created_at: instant,
    updated_at: instant,
    queued_at: instant.nullable(),
    started_at: instant.nullable(),
    completed_at: instant.nullable(),
    published_at: instant.nullable(),
    cancelled_at: instant.nullable(),
  })
  .meta({ id: "TaskListItem" });

export const actorResponseSchema = z.object({
  type: z.enum(["user", "key", "worker", "system"]),
  id: z.string(),
  name: z.string(),
});

const phaseResponseSchema = z
  .object({
    name: z.string(),
    label: z.string(),
    status: z.enum(["waiting", "running", "done", "failed", "reused"]),
    round: z.int(),
    model: z.string().nullable(),
    input_tokens: z.int(),
    output_tokens: z.int(),
    cost: z.number().nullable(),
    seconds: z.number().nullable(),
    output: jsonSchema,
    error: z.string().nullable(),
    started_at: instant.nullable(),
    finished_at: instant.nullable(),
  })
  .meta({ id: "TaskPhase" });

export const eventResponseSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    timestamp: instant,
    message: z.string(),
    old_status: z.string().nullable(),
    new_status: z.string().nullable(),
    phase: z.string().nullable(),
    progress: z.number().nullable(),
    reason: z.string().nullable(),
    actor: actorResponseSchema,
  })
  .meta({ id: "TaskEvent" });

export const revisionResponseSchema = z
  .object({
    number: z.int(),
    sha256: z.string(),
    origin: z.enum(["generated", "edited", "restored"]),
    round: z.int(),
    note: z.string().nullable(),
    author: actorResponseSchema,
    created_at: instant,
  })
  .meta({ id: "TaskRevision" });

export const revisionDetailResponseSchema = revisionResponseSchema
  .extend({ content: z.string().nullable(), result: jsonObjectSchema })
  .meta({ id: "TaskRevisionDetail" });

const commentResponseSchema = z
  .object({
    id: z.string(),
    revision: z.int().nullable(),
    body: z.string(),
    anchor: jsonObjectSchema.nullable(),
    author: actorResponseSchema,
    created_at: instant,
    resolved_at: instant.nullable(),
  })
  .meta({ id: "TaskComment" });

/** The whole task, as the unified profile shows it; the hub's own screens read this too. */
export const taskResponseSchema = taskListItemSchema
  .extend({
    content: z.string().nullable(),
    language: z.string(),
    source_material: z.string().nullable(),
    reference_urls: z.array(z.string()),
    parameters: jsonObjectSchema,
    metadata: jsonObjectSchema,
    notes_for_reviewer: z.string().nullable(),
    quality_preference: z.string(),
    models_by_phase: z.record(z.string(), z.string()),
    requires_approval: z.boolean(),
    request_data: jsonObjectSchema.nullable(),
    result: jsonObjectSchema.nullable(),
    cost_breakdown: z.record(z.string(), z.number().nullable()),
    phases: z.array(phaseResponseSchema),
    events: z.array(eventResponseSchema).meta({ description: "The latest 100, oldest first" }),
    comments: z.array(commentResponseSchema),
    revision: revisionResponseSchema.nullable(),
    approval_refused: approvalRefusalSchema.nullable(),
    approved_sha256: z.string().nullable(),
    feedback: z.string().nullable(),
    blocks: z
      .array(z.string())
      .nullable()
      .meta({ description: "What the last round was allowed to change; null for the whole" }),
    error_details: jsonObjectSchema.nullable(),
    available_actions: z.array(z.string()).meta({ description: "Verbs that this caller may use now" }),
  })
  .meta({ id: "Task" });

export type TaskListItem = z.output<typeof taskListItemSchema>;
export type TaskResponse = z.output<typeof taskResponseSchema>;
export type PhaseResponse = z.output<typeof phaseResponseSchema>;
export type EventResponse = z.output<typeof eventResponseSchema>;
export type RevisionResponse = z.output<typeof revisionResponseSchema>;
export type RevisionDetailResponse = z.output<typeof revisionDetailResponseSchema>;
export type CommentResponse = z.output<typeof commentResponseSchema>;
