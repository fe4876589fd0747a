import type { Actor } from "#domain/context.ts";
import { scopes } from "#lib/contract/access.ts";

/** The house itself, in one account: the command line, the first start, publishing on schedule. It may do everything. */
export function systemActor(accountId: string, name: string): Actor {
  return {
    type: "system",
    id: name.replaceAll(" ", "-"),
    name,
    accountId,
    createdBy: `system_${name.replaceAll(" ", "_")}`,
    userId: null,
    role: null,
    scopes: new Set(scopes),
    profile: null,
  };
}
