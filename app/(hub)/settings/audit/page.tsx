import type { Metadata } from "next";
import { auditParams, readAuditFilters } from "#components/settings/audit-filters.ts";
import { AuditScreen } from "#components/settings/audit-screen.tsx";
import { readParams } from "#components/shell/url-param.ts";
import { auditQuery } from "#lib/queries/account-settings.ts";
import { Prefetched } from "../../prefetched.tsx";
import { readSearch, type SearchParams } from "../../search.ts";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const filters = readAuditFilters(readParams(auditParams, await readSearch(searchParams)));
  return (
    <Prefetched load={(client) => [client.fetchInfiniteQuery(auditQuery(filters))]}>
      <AuditScreen />
    </Prefetched>
  );
}
