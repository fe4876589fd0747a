import * as z from "zod";
import { instantSchema } from "#lib/contract/instant.ts";
import { freeJsonSchema } from "#lib/contract/json.ts";
import { priorities } from "#lib/contract/status.ts";

const taskIdForm = "must be 1–128 of A–Z a–z 0–9 . _ : - and begin with a letter or digit";

/** 1–128 of A–Z a–z 0–9 . _ : -, starting with a letter or digit, not all digits. */
const taskIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, taskIdForm)
  .refine((id) => !/^\d+$/.test(id), "must not be all digits: numbers name tasks by their number")
  .refine((id) => !reservedIds.has(id), "is the name of a route; choose another id");

/** Siblings of `/api/tasks/{id}`: an id that equals one could never be read. */
const reservedIds = new Set([
  "bulk",
  "bulk-assign",
  "bulk-due",
  "bulk-priority",
  "bulk-cancel",
  "bulk-delete",
  "bulk-regenerate",
  "bulk-retry",
  "bulk-review",
  "bulk-unapprove",
  "count",
  "export",
  "queue",
  "requeue-pending",
  "stream",
  "types",
]);

/** Fields of every task, as the unified profile names them. */
export const commonFields = {
  task_id: taskIdSchema.optional().meta({ title: "Task id", description: "Your own id; one is made when absent." }),
  priority: z.enum(priorities).default("normal").meta({ title: "Priority" }),
  task_source_name: z.string().max(200).optional().meta({ title: "Source name" }),
  task_source_id: z.string().max(200).optional().meta({ title: "Source id" }),
  task_source_group_id: z
    .string()
    .max(200)
    .optional()
    .meta({ title: "Group", description: "Tasks that belong together." }),
  requires_approval: z
    .literal(true, { error: "can only be true; the account's policy alone can waive approval" })
    .optional()
    .meta({ title: "Requires approval" }),
  model_name: z.string().max(200).optional().meta({ title: "Model" }),
  models_by_phase: z.record(z.string().max(60), z.string().max(200)).optional().meta({ title: "Models by phase" }),
  quality_preference: z.enum(["fast", "balanced", "quality"]).default("balanced").meta({ title: "Quality preference" }),
  language: z.string().min(2).max(60).default("English").meta({ title: "Language" }),
  source_material: z.string().max(200_000).optional().meta({
    title: "Source material",
    description: "Notes, a transcript, an article: what the text may say comes from here.",
  }),
  reference_urls: z
    .array(z.url({ protocol: /^https?$/ }).max(2000))
    .max(20)
    .default([])
    .meta({ title: "Reference addresses" }),
  notes_for_reviewer: z.string().max(10_000).optional().meta({ title: "Notes for the reviewer" }),
  assigned_to: z.uuid().optional().meta({ title: "Assigned to" }),
  due_at: instantSchema.optional().meta({ title: "Due" }),
  publish_at: instantSchema.optional().meta({ title: "Publish at" }),
  parameters: freeJsonSchema.default({}).meta({ title: "Parameters" }),
  metadata: freeJsonSchema.default({}).meta({ title: "Metadata" }),
};

export const commonFieldsSchema = z.strictObject(commonFields);
export type CommonFields = z.output<typeof commonFieldsSchema>;
