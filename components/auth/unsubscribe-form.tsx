"use client";
import { useState } from "react";
import { errorMessage } from "#lib/api-client.ts";
import type { NotificationKind } from "#lib/contract/notification.ts";
import { stopMails } from "#lib/queries/sign-in.ts";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";

const about: Record<NotificationKind | "digest", string> = {
  assigned: "emails about tasks that are assigned to you",
  mentioned: "emails about comments that name you",
  due: "emails about due dates",
  failed: "emails about tasks that failed",
  digest: "the daily email",
};

/** One click of a person: opening a link alone must stop nothing, for mail scanners open links. */
export function UnsubscribeForm({ token, kind }: { token: string; kind: NotificationKind | "digest" }) {
  const [state, setState] = useState<"asked" | "busy" | "stopped">("asked");
  const [failure, setFailure] = useState<string | null>(null);
  async function stop() {
    setState("busy");
    setFailure(null);
    try {
      await stopMails(token);
      setState("stopped");
    } catch (error) {
      setFailure(errorMessage(error));
      setState("asked");
    }
  }
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <h1 className="text-display">{state === "stopped" ? "Stopped" : "Stop emails"}</h1>
        <p className="text-body text-ink-soft">
          {state === "stopped"
            ? `You get no more of ${about[kind]}. The hub itself tells you as before; your settings bring the emails back.`
            : `Stop ${about[kind]}. The hub itself goes on telling you.`}
        </p>
      </div>
      {failure ? <ErrorLine error={new Error(failure)} /> : null}
      {state === "stopped" ? null : (
        <Button look="primary" className="h-10" busy={state === "busy"} onClick={() => void stop()}>
          Stop these emails
        </Button>
      )}
    </div>
  );
}
