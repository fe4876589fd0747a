import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { findingSchema } from "#task-types/quality/finding.ts";
import { dataSourceSchema, rowsSchema } from "#task-types/table-data.ts";

const operators = ["eq", "ne", "gt", "gte", "lt", "lte", "contains", "in"] as const;

const filterSchema = z
  .strictObject({
    field: z.string().trim().min(1).max(200),
    op: z.enum(operators).default("eq"),
    value: z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.null(),
      z.array(z.union([z.string(), z.number()])).max(1000),
    ]),
  })
  .refine(
    ({ op, value }) => (op === "in") === Array.isArray(value),
    "a list belongs to the operator in, and to no other",
  );
export type Filter = z.output<typeof filterSchema>;

export const dataRetrieval = defineTaskType({
  name: "data_retrieval",
  label: "Data retrieval",
  description:
    "Rows from JSON, CSV, XML, feeds, tables in web pages and articles, as JSON and CSV, with a status for each source.",
  request: z.strictObject({
    data_sources: z.array(dataSourceSchema).min(1).max(50).meta({ title: "Sources" }),
    fields: z
      .array(z.string().trim().min(1).max(200))
      .max(100)
      .default([])
      .meta({ title: "Fields", description: "The columns to keep; all when left out." }),
    filters: z
      .union([
        z.array(filterSchema).max(50),
        z.record(z.string().max(200), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      ])
      .default([])
      .meta({ title: "Filters", description: "Rows that fit all of them are kept." }),
  }),
  result: z.object({
    rows: rowsSchema,
    columns: z.array(z.string()),
    row_count: z.int(),
    csv: z.string(),
    csv_url: z.string(),
    json_url: z.string(),
    sources: z.array(
      z.object({
        source: z.string(),
        status: z.enum(["ok", "empty", "failed"]),
        format: z.string().nullable(),
        rows: z.int(),
        /** Of a failed source: why. */
        error: z.string().nullable(),
      }),
    ),
    qa_feedback: z.array(findingSchema),
  }),
  phases: [
    { name: "fetch", label: "Fetching", model: null },
    { name: "extract", label: "Extracting", model: null },
    { name: "qa", label: "Checking", model: null },
    { name: "format", label: "Writing files", model: null },
  ],
  blocks: {
    list: "sources",
    noun: ["source", "sources"],
    words: ["source", "error"],
    from: ["fetch"],
    keeps: [],
    derived: ["rows", "columns", "row_count", "csv", "csv_url", "json_url", "qa_feedback"],
    judgedAnew: true,
    unless: ({ rows, sources }) => {
      const counted = z.array(z.object({ rows: z.int() })).parse(sources);
      return Array.isArray(rows) && counted.reduce((sum, source) => sum + source.rows, 0) === rows.length
        ? null
        : "cannot be told apart here: rows were added, taken out or left out, and no longer say which source they are from; make the whole again";
    },
  },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  addresses: ({ data_sources }) =>
    data_sources.flatMap((source, index) =>
      source.type === "url" ? [{ path: `data_sources.${index}.url`, url: source.url }] : [],
    ),
  title: (request) =>
    request.data_sources
      .map((source) => (source.type === "url" ? source.url : source.type === "upload" ? "Uploaded file" : "Given data"))
      .join(", ")
      .slice(0, 200),
  example: {
    data_sources: [
      { type: "inline", format: "csv", content: "city,inhabitants\nAarhus,290598\nOdense,183763\nAalborg,121878" },
    ],
    fields: ["city", "inhabitants"],
    filters: [{ field: "inhabitants", op: "gt", value: 150000 }],
  },
});
