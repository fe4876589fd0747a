import type { AuditFilters } from "#lib/queries/account-settings.ts";
import { textParam, type UrlValues } from "../shell/url-param.ts";

export const auditParams = { action: textParam, target: textParam };

/** In the API's words; what is not set is left out, so that equal filters have equal keys. */
export function readAuditFilters({ action, target }: UrlValues<typeof auditParams>): AuditFilters {
  return { ...(action ? { action } : {}), ...(target ? { target_id: target } : {}) };
}
