import type * as z from "zod";
import { StartupError } from "#lib/startup-error.ts";

/** Checks options as the API checks a body. @throws StartupError with one line that names the first fault */
export function readInput<T>(schema: z.ZodType<T>, given: Record<string, unknown>): T {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StartupError(`${issue?.path.join(".")}: ${issue?.message}`);
}
