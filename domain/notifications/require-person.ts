import { type Ctx, requireScope } from "#domain/context.ts";
import { HubError } from "#lib/errors.ts";

/** @throws HubError FORBIDDEN for keys: only people are told of things */
export function requirePerson(ctx: Ctx): string {
  requireScope(ctx, "tasks:read");
  if (ctx.actor.userId) return ctx.actor.userId;
  throw new HubError("FORBIDDEN", "Only a person has notifications");
}
