import * as z from "zod";

const form = "must be a time such as 2026-01-31T09:00:00Z";
/** What a database and JSON can both say: four-digit years, in UTC. */
const [first, last] = [Date.parse("0001-01-01T00:00:00Z"), Date.parse("9999-12-31T23:59:59.999Z")];

/** A moment as callers send it: ISO 8601 with Z or an offset. */
export const instantSchema = z.iso
  .datetime({ offset: true, error: form, abort: true })
  .refine((text) => Date.parse(text) >= first && Date.parse(text) <= last, {
    error: "must lie between the years 1 and 9999 in UTC",
    abort: true,
  });
