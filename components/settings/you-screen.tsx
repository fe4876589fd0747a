"use client";
import { useState } from "react";
import { signOutEverywhere } from "#lib/queries/session.ts";
import { useSession } from "../shell/session-context.tsx";
import { useSingleKeys } from "../shell/shortcuts.tsx";
import { useStoredState } from "../shell/stored-state.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Checkbox } from "../ui/field.tsx";
import { notifyError } from "../ui/toast.ts";
import { MailSettings } from "./mail-settings.tsx";
import { PasswordDialog } from "./password-dialog.tsx";

export function YouScreen() {
  const { user, account } = useSession();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const [density, setDensity] = useStoredState("density", "comfortable");
  const [leaving, setLeaving] = useState(false);
  const [changing, setChanging] = useState(false);
  async function leave() {
    try {
      await signOutEverywhere();
      window.location.assign("/sign-in");
    } catch (error) {
      notifyError("You are still signed in", error);
    }
  }
  return (
    <div className="flex flex-col gap-8">
      <section aria-label="Who you are">
        <p className="text-title font-strong">{user.name}</p>
        <p className="text-ink-soft">
          {user.email}, {account.role} of {account.name}
        </p>
      </section>
      <section aria-labelledby="preferences" className="flex flex-col gap-2">
        <h2 id="preferences" className="text-body">
          On this device
        </h2>
        <Checkbox
          label="Single-key shortcuts, such as A to approve"
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        <Checkbox
          label="Compact rows in the queue"
          checked={density === "compact"}
          onChange={(event) => setDensity(event.target.checked ? "compact" : "comfortable")}
        />
      </section>
      <MailSettings />
      <section aria-labelledby="password" className="flex flex-col items-start gap-2">
        <h2 id="password" className="text-body">
          Password
        </h2>
        <Button onClick={() => setChanging(true)}>Change password</Button>
      </section>
      {changing ? <PasswordDialog onClose={() => setChanging(false)} /> : null}
      <section aria-labelledby="sessions" className="flex flex-col items-start gap-2">
        <h2 id="sessions" className="text-body">
          Sessions
        </h2>
        <p className="text-ink-soft">Ends every session of yours, in every browser and with every token, at once.</p>
        <Button onClick={() => setLeaving(true)}>Sign out everywhere</Button>
      </section>
      {leaving ? (
        <ConfirmDialog
          title="Sign out everywhere"
          text="You sign in again wherever you work. Keys go on working."
          action="Sign out everywhere"
          onConfirm={() => void leave()}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </div>
  );
}
