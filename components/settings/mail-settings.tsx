"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useSyncExternalStore } from "react";
import type { NotificationKind } from "#lib/contract/notification.ts";
import { notificationSettingsQuery, setNotificationSettings } from "#lib/queries/notifications.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Checkbox, Select } from "../ui/field.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { notifyError } from "../ui/toast.ts";
import { Section } from "./section.tsx";

const kinds: Record<NotificationKind, string> = {
  assigned: "A task is assigned to you",
  mentioned: "A comment names you",
  due: "A task of yours is due, or one that nobody has",
  failed: "A task that you asked for, or that you have, has failed",
};

/** What of the notifications comes by mail too. The hub itself always tells. */
export function MailSettings() {
  const client = useQueryClient();
  const id = useId();
  // The server knows no reader's clock, and what it lays out must be what the browser begins with.
  const clockKnown = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const query = notificationSettingsQuery();
  const { data: settings, error, refetch } = useQuery(query);
  const change = useMutation({
    mutationFn: setNotificationSettings,
    // One after another, and each shows at once: the next choice starts from it.
    scope: { id: "mail-settings" },
    onMutate: (choice) => client.setQueryData(query.queryKey, (before) => before && { ...before, ...choice }),
    onError: (failure) => {
      notifyError("What is sent by email stays as it was", failure);
      void client.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  if (error)
    return <ErrorState error={error} what="What is sent by email could not be read" onRetry={() => void refetch()} />;
  if (!settings) return <SkeletonLines label="Loading what is sent by email" />;
  return (
    <Section
      title="By email"
      text={
        settings.mail_available
          ? "The hub tells you of all of it in any case. What you read there at once is not sent."
          : "This hub sends no email yet: whoever runs it names a mail server in SMTP_URL. What you choose holds from then on."
      }
    >
      <div className="flex flex-col items-start gap-2">
        {Object.entries(kinds).map(([name, label]) => {
          const kind = name as NotificationKind;
          const others = settings.mailed.filter((each) => each !== kind);
          return (
            <Checkbox
              key={kind}
              label={label}
              checked={settings.mailed.includes(kind)}
              onChange={(event) => change.mutate({ mailed: event.target.checked ? [...others, kind] : others })}
            />
          );
        })}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <label htmlFor={id}>A daily summary of what waits, is due, failed or went live</label>
        <Select
          id={id}
          className="w-56!"
          value={settings.digest_hour ?? ""}
          onChange={(event) =>
            change.mutate({ digest_hour: event.target.value === "" ? null : Number(event.target.value) })
          }
        >
          <option value="">never</option>
          {Array.from({ length: 24 }, (_, hour) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the hour is its own key
            <option key={hour} value={hour}>
              at {String(hour).padStart(2, "0")}:00 UTC{clockKnown ? hereAt(hour) : ""}
            </option>
          ))}
        </Select>
      </div>
    </Section>
  );
}

/** What the reader's clock says then, where it differs. */
function hereAt(hour: number): string {
  const at = new Date();
  at.setUTCHours(hour, 0, 0, 0);
  const here = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(at);
  return at.getTimezoneOffset() === 0 ? "" : `, ${here} here`;
}
