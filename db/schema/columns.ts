import { timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** Row ids that no client names: time-ordered, so that index inserts stay at the right edge. */
export const rowId = () =>
  uuid("id")
    .primaryKey()
    .$defaultFn(() => uuidv7());

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();
