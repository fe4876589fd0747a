import * as z from "zod";
import { HubError } from "#lib/errors.ts";

const cursorSchema = z.tuple([z.string(), z.string().nullable(), z.uuid()]);

/** Where a page ended: the sort it belongs to, the last row's sort value as text, and its uid. Opaque to callers. */
export function encodeCursor(sort: string, value: Date | string | number | null, uid: string): string {
  const text = value instanceof Date ? value.toISOString() : value === null ? null : String(value);
  return Buffer.from(JSON.stringify([sort, text, uid])).toString("base64url");
}

/** @throws HubError VALIDATION_ERROR (400) for anything but a cursor of the same sort. */
export function decodeCursor(cursor: string, sort: string): { value: string | null; uid: string } {
  const refused = new HubError("VALIDATION_ERROR", "cursor: is not one that this list gave out", {
    status: 400,
    details: { field: "cursor", reason: "use next_cursor of the page before, with the same sort" },
  });
  try {
    const read = cursorSchema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (read.success && read.data[0] === sort) return { value: read.data[1], uid: read.data[2] };
  } catch {
    throw refused;
  }
  throw refused;
}
