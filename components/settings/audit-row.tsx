"use client";
import Link from "next/link";
import type { AuditEntry } from "#lib/contract/audit.ts";
import { auditActionLabel } from "#lib/contract/audit-action.ts";
import { Time } from "../ui/time.tsx";

/** One decision; what it was about and its place in the chain open below it. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  return (
    <li>
      <details className="group">
        <summary className="grid min-h-10 list-none grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 py-1.5 hover:bg-hover focus-visible:-outline-offset-2 sm:grid-cols-[9rem_13rem_1fr_auto]">
          <span className="truncate font-strong">{entry.actor.name}</span>
          <span className="text-ink-soft max-sm:row-start-2" title={entry.action}>
            {auditActionLabel(entry.action)}
          </span>
          <code className="truncate font-mono text-small text-ink-faint max-sm:hidden">{entry.target_id}</code>
          <Time at={entry.created_at} className="text-ink-faint" />
        </summary>
        <dl className="mb-2 grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1 rounded-md bg-sunken p-3 text-small">
          <dt className="text-ink-faint">Action</dt>
          <dd className="font-mono">{entry.action}</dd>
          <dt className="text-ink-faint">About</dt>
          <dd className="break-all">
            {entry.target_type === "task" ? (
              <Link href={`/queue/${encodeURIComponent(entry.target_id)}`} className="text-accent hover:underline">
                {entry.target_id}
              </Link>
            ) : (
              `${entry.target_type} ${entry.target_id}`
            )}
          </dd>
          <dt className="text-ink-faint">Decided</dt>
          <dd className="font-mono break-all whitespace-pre-wrap">{JSON.stringify(entry.detail, null, 1)}</dd>
          <dt className="text-ink-faint">Place in the chain</dt>
          <dd className="break-all">
            {entry.position === null ? "not sealed yet" : `${entry.position}, `}
            {entry.hash ? <code className="font-mono">{entry.hash}</code> : null}
          </dd>
          {entry.request_id ? (
            <>
              <dt className="text-ink-faint">Request</dt>
              <dd className="font-mono break-all">{entry.request_id}</dd>
            </>
          ) : null}
        </dl>
      </details>
    </li>
  );
}
