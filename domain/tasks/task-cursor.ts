import * as z from "zod";
import type { Place, SortField, SortOrder } from "#db/queries/task-order.ts";
import { instantSchema as instant } from "#lib/contract/instant.ts";
import { HubError } from "#lib/errors.ts";

const word = z.string().regex(/^[a-z_]{1,60}$/);
const priority = z.string().regex(/^\d$/);
const score = z.string().regex(/^\d{1,2}(\.\d{1,20})?$/);

/** What a row's sort values look like as text: a cursor comes back through anyone's hands. */
const values: Record<SortField, z.ZodType<(string | null)[]>> = {
  created_at: z.tuple([instant]),
  updated_at: z.tuple([instant]),
  status: z.tuple([word, instant]),
  task_type: z.tuple([word, instant]),
  priority: z.tuple([priority]),
  quality_score: z.tuple([score.nullable()]),
  review_order: z.tuple([z.string().regex(/^-?\d$/), z.union([instant, z.literal("infinity")]), instant]),
};

type Sort = { sortBy: SortField; sortOrder: SortOrder };

/** Where a page ended: the sort it belongs to, the last row's sort values as text, and its uid. Opaque to callers. */
export function encodeCursor(sort: Sort, place: Place): string {
  return Buffer.from(JSON.stringify([sort.sortBy, sort.sortOrder, place.values, place.uid])).toString("base64url");
}

/** @throws HubError VALIDATION_ERROR (400) for anything but a cursor of the same sort. */
export function decodeCursor(cursor: string, sort: Sort): Place {
  const refused = new HubError("VALIDATION_ERROR", "cursor: is not one that this list gave out", {
    status: 400,
    details: { field: "cursor", reason: "use next_cursor of the page before, with the same sort" },
  });
  try {
    const read = z
      .tuple([z.literal(sort.sortBy), z.literal(sort.sortOrder), values[sort.sortBy], z.uuid()])
      .safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (read.success) return { values: read.data[2], uid: read.data[3] };
  } catch {
    throw refused;
  }
  throw refused;
}
