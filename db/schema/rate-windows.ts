import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/**
 * Requests counted per credential in fixed windows, for all web processes together. Processes take requests from it in
 * small blocks; losing the rows only forgets a minute.
 */
export const rateWindows = pgTable("rate_windows", {
  /** `key:{id}`, `user:{id}`, `ip:{address}` */
  subject: text("subject").primaryKey(),
  minuteStart: instant("minute_start").notNull(),
  minuteUsed: integer("minute_used").notNull(),
  burstStart: instant("burst_start").notNull(),
  burstUsed: integer("burst_used").notNull(),
  /** What the latest taking got: RETURNING cannot see the row of before. */
  granted: integer("granted").notNull(),
});
