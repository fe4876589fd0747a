import * as z from "zod";
import { fileAddressSchema } from "./file-address.ts";

const cellSchema = z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]);
export type Cell = z.output<typeof cellSchema>;
export type Row = Record<string, Cell>;

/** Rows as objects, keyed by column. */
export const rowsSchema = z.array(z.record(z.string().max(200), cellSchema)).max(20_000);

/** A table however it comes: rows, CSV text, an uploaded file, or the outcome of a data_retrieval task. */
export const tableDataSchema = z.union(
  [
    rowsSchema.min(1),
    z.string().trim().min(1).max(2_000_000),
    z.strictObject({ rows: rowsSchema.min(1) }),
    z.strictObject({ csv: z.string().trim().min(1).max(2_000_000) }),
    z.strictObject({ upload_id: z.uuid() }),
    z.strictObject({ task_id: z.string().min(1).max(128) }),
  ],
  { error: "must be rows, CSV text, {rows}, {csv}, {upload_id} or {task_id}" },
);
export type TableData = z.output<typeof tableDataSchema>;

/** One place to read data from. */
export const dataSourceSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("url"), url: fileAddressSchema }),
  z.strictObject({
    type: z.literal("inline"),
    content: z.string().min(1).max(2_000_000),
    format: z.enum(["json", "csv", "html", "xml", "text"]).optional(),
  }),
  z.strictObject({ type: z.literal("upload"), upload_id: z.uuid() }),
]);
export type DataSource = z.output<typeof dataSourceSchema>;

export const chartSchema = z.object({ title: z.string(), image_url: z.string(), alt: z.string() });
