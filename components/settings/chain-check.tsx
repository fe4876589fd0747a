"use client";
import { useMutation } from "@tanstack/react-query";
import type { ChainCheck as Check } from "#lib/contract/audit.ts";
import { plural } from "#lib/format/number.ts";
import { checkAudit } from "#lib/queries/account-settings.ts";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";

/** Computes every hash anew and says whether the chain holds. */
export function ChainCheck() {
  const check = useMutation({ mutationFn: checkAudit });
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <p className="min-w-60 flex-1 text-ink-soft text-pretty">
        Each entry is sealed with the hash of the one before it, so a change to any of them shows.
      </p>
      <Button onClick={() => check.mutate()} busy={check.isPending}>
        Check the chain
      </Button>
      <div role="status" className="basis-full empty:hidden">
        {check.data ? <Verdict check={check.data} /> : null}
      </div>
      {check.error ? <ErrorLine error={check.error} /> : null}
    </div>
  );
}

function Verdict({ check }: { check: Check }) {
  if (!check.intact) {
    return (
      <p className="flex gap-2 rounded-md bg-bad-soft px-3 py-2">
        <FamilyMark family="bad" className="mt-[3px]" />
        The chain is broken at entry {check.position}: {check.reason}
      </p>
    );
  }
  return (
    <p className="flex flex-wrap gap-x-2 rounded-md bg-good-soft px-3 py-2">
      <FamilyMark family="good" className="mt-[3px]" />
      The chain of {plural(check.length, "entry", "entries")} holds.
      {check.unsealed > 0 ? <span>{check.unsealed} not sealed yet.</span> : null}
      <code className="font-mono text-small break-all text-ink-soft">{check.head}</code>
    </p>
  );
}
