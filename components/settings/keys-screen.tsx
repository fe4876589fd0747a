"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { KeyResponse } from "#lib/contract/key-response.ts";
import { keysQuery, revokeKey } from "#lib/queries/settings.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { Time } from "../ui/time.tsx";
import { notify, notifyError } from "../ui/toast.ts";
import { AdminOnly } from "./admin-only.tsx";

const CreateKeyDialog = dynamic(() => import("./create-key-dialog.tsx").then((module) => module.CreateKeyDialog), {
  ssr: false,
});

export function KeysScreen() {
  return (
    <AdminOnly what="Keys">
      <Keys />
    </AdminOnly>
  );
}

function Keys() {
  const keys = useQuery(keysQuery());
  const [creating, setCreating] = useState(false);
  const live = keys.data?.filter((key) => !key.revoked_at) ?? [];
  return (
    <section aria-label="Keys" className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-4">
        <p className="text-ink-soft">Programs sign in with a key. It can never do more than the person who made it.</p>
        <Button look="primary" onClick={() => setCreating(true)}>
          Create a key
        </Button>
      </div>
      {keys.isPending ? <SkeletonLines lines={3} label="Loading keys" /> : null}
      {keys.isError ? (
        <ErrorState error={keys.error} what="The keys could not be read" onRetry={() => void keys.refetch()} />
      ) : null}
      {keys.data && live.length === 0 ? (
        <EmptyState title="No keys yet">The first one lets a program create tasks.</EmptyState>
      ) : null}
      <ul className="divide-y divide-line border-y border-line empty:border-none">
        {live.map((key) => (
          <KeyRow key={key.id} apiKey={key} />
        ))}
      </ul>
      {creating ? <CreateKeyDialog onClose={() => setCreating(false)} /> : null}
    </section>
  );
}

function KeyRow({ apiKey }: { apiKey: KeyResponse }) {
  const client = useQueryClient();
  const [revoking, setRevoking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => revokeKey(apiKey.id),
    onSuccess: () => notify({ text: `Revoked: ${apiKey.name}`, family: "stopped" }),
    onError: (error) => notifyError(`Not revoked: ${apiKey.name}`, error),
    onSettled: () => client.invalidateQueries({ queryKey: keysQuery().queryKey }),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-strong">
          {apiKey.name} <code className="font-mono text-small font-normal text-ink-faint">{apiKey.prefix}…</code>
        </p>
        <p className="text-ink-soft">
          {apiKey.scopes.join(", ")}
          {apiKey.profile ? `, speaks ${apiKey.profile}` : ""}
        </p>
      </div>
      <p className="text-ink-faint">
        {apiKey.last_used_at ? (
          <>
            used <Time at={apiKey.last_used_at} />
          </>
        ) : (
          "never used"
        )}
        {apiKey.expires_at ? (
          <>
            , expires <Time at={apiKey.expires_at} />
          </>
        ) : null}
      </p>
      <Button onClick={() => setRevoking(true)} busy={revoke.isPending} aria-label={`Revoke ${apiKey.name}`}>
        Revoke
      </Button>
      {revoking ? (
        <ConfirmDialog
          title={`Revoke “${apiKey.name}”`}
          text="Programs that use it are refused from now on. This cannot be undone."
          action="Revoke"
          onConfirm={() => revoke.mutate()}
          onClose={() => setRevoking(false)}
        />
      ) : null}
    </li>
  );
}
