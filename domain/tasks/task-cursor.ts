import * as z from "zod";
import type { SortField } from "#db/queries/task-pages.ts";
import { instantSchema } from "#lib/contract/instant.ts";
import { HubError } from "#lib/errors.ts";

const word = z.string().regex(/^[a-z_]{1,60}$/);
const priority = z.string().regex(/^\d$/);
const score = z.string().regex(/^\d{1,2}(\.\d{1,20})?$/);

/** What a row's sort value looks like as text: a cursor comes back through anyone's hands. */
const values: Record<SortField, z.ZodType<string | null>> = {
  created_at: instantSchema,
  updated_at: instantSchema,
  status: word,
  task_type: word,
  priority,
  quality_score: score.nullable(),
};

type Sort = { sortBy: SortField; sortOrder: "asc" | "desc" };

/** Where a page ended: the sort it belongs to, the last row's sort value as text, and its uid. Opaque to callers. */
export function encodeCursor(sort: Sort, value: Date | string | number | null, uid: string): string {
  const text = value instanceof Date ? value.toISOString() : value === null ? null : String(value);
  return Buffer.from(JSON.stringify([sort.sortBy, sort.sortOrder, text, uid])).toString("base64url");
}

/** @throws HubError VALIDATION_ERROR (400) for anything but a cursor of the same sort. */
export function decodeCursor(cursor: string, sort: Sort): { value: string | null; uid: string } {
  const refused = new HubError("VALIDATION_ERROR", "cursor: is not one that this list gave out", {
    status: 400,
    details: { field: "cursor", reason: "use next_cursor of the page before, with the same sort" },
  });
  try {
    const read = z
      .tuple([z.literal(sort.sortBy), z.literal(sort.sortOrder), values[sort.sortBy], z.uuid()])
      .safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (read.success) return { value: read.data[2], uid: read.data[3] };
  } catch {
    throw refused;
  }
  throw refused;
}
