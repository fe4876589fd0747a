"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { auditActionLabel, auditActions } from "#lib/contract/audit-action.ts";
import { auditQuery } from "#lib/queries/account-settings.ts";
import { useUrlParams } from "../shell/url-params.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { AdminOnly } from "./admin-only.tsx";
import { AuditExport } from "./audit-export.tsx";
import { auditParams, readAuditFilters } from "./audit-filters.ts";
import { AuditRow } from "./audit-row.tsx";
import { ChainCheck } from "./chain-check.tsx";

export function AuditScreen() {
  return (
    <AdminOnly what="The audit">
      <Audit />
    </AdminOnly>
  );
}

const named = Object.keys(auditActions);

/** Who decided what, the latest first; nothing in it can be changed or taken away unseen. */
function Audit() {
  const [{ action, target }, set] = useUrlParams(auditParams);
  const [form, setForm] = useState({ action, target });
  const filters = readAuditFilters({ action, target });
  // A link may name one that this version does not know.
  const actions = action && !Object.hasOwn(auditActions, action) ? [action, ...named] : named;
  const audit = useInfiniteQuery(auditQuery(filters));
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="flex flex-col gap-6">
      <ChainCheck />
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          set({ action: form.action.trim() || null, target: form.target.trim() || null });
        }}
      >
        <Field id="audit-action" label="Action" className="w-56">
          {(aria) => (
            <Select
              {...aria}
              value={form.action}
              onChange={(event) => setForm({ ...form, action: event.target.value })}
            >
              <option value="">Any</option>
              {actions.map((name) => (
                <option key={name} value={name} title={name}>
                  {auditActionLabel(name)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="audit-target" label="About" className="min-w-44 flex-1">
          {(aria) => (
            <Input
              {...aria}
              placeholder="The id of a task, a key, a member"
              value={form.target}
              onChange={(event) => setForm({ ...form, target: event.target.value })}
            />
          )}
        </Field>
        <Button type="submit">Show</Button>
        <AuditExport filters={filters} />
      </form>
      {audit.isPending ? <SkeletonLines lines={6} label="Loading the audit" /> : null}
      {audit.isError && !audit.data ? (
        <ErrorState error={audit.error} what="The audit could not be read" onRetry={() => void audit.refetch()} />
      ) : null}
      {audit.data && entries.length === 0 ? (
        <EmptyState title={action || target ? "No entry fits" : "Nothing was decided yet"}>
          Every decision of a person or a key stands here from the moment it is made.
        </EmptyState>
      ) : null}
      {entries.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ul>
      ) : null}
      {audit.hasNextPage ? (
        <Button className="self-center" busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
          Show older
        </Button>
      ) : null}
    </div>
  );
}
