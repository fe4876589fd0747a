"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { membersQuery } from "#lib/queries/settings.ts";
import { useCan } from "../shell/session-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { MemberRow } from "./member-row.tsx";

const InviteDialog = dynamic(() => import("./invite-dialog.tsx").then((module) => module.InviteDialog), { ssr: false });

export function MembersScreen() {
  const members = useQuery(membersQuery());
  const mayInvite = useCan("account:admin");
  const [inviting, setInviting] = useState(false);
  return (
    <section aria-label="Members" className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-4">
        <p className="text-ink-soft">
          Viewers read, creators make, reviewers decide, publishers put live, admins manage. Each may do what the ones
          before may.
        </p>
        {mayInvite ? (
          <Button look="primary" onClick={() => setInviting(true)}>
            Invite
          </Button>
        ) : null}
      </div>
      {members.isPending ? <SkeletonLines lines={3} label="Loading members" /> : null}
      {members.isError ? (
        <ErrorState error={members.error} what="The members could not be read" onRetry={() => void members.refetch()} />
      ) : null}
      <ul className="divide-y divide-line border-y border-line empty:border-none">
        {members.data?.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </ul>
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </section>
  );
}
