"use client";
import { toast as sonner } from "sonner";
import { ApiError, errorMessage } from "#lib/api-client.ts";
import type { StatusFamily } from "#lib/format/status.ts";
import { Kbd } from "./kbd.tsx";
import { FamilyMark } from "./status-mark.tsx";

type Notice = {
  id?: string;
  text: string;
  detail?: string;
  family?: StatusFamily;
  action?: { label: string; shortcut?: string; run: () => void };
  /** Milliseconds on the screen; it stays while the pointer rests on it. */
  lasts?: number;
};

/** A word at the foot of the screen: what happened and, where it can be taken back, how. */
export function notify({ id, text, detail, family = "good", action, lasts = 5000 }: Notice): void {
  sonner.custom(
    (toastId) => (
      <div className="flex max-w-[calc(100vw-32px)] items-center gap-3 rounded-lg border border-line bg-raised py-2 pr-2 pl-4 text-ui text-ink shadow-float sm:max-w-140">
        <FamilyMark family={family} />
        <p className="min-w-0">
          <span className="line-clamp-2">{text}</span>
          {detail ? <span className="block text-ink-soft">{detail}</span> : null}
        </p>
        {action ? (
          <button
            type="button"
            aria-keyshortcuts={action.shortcut}
            className="inline-flex h-7 shrink-0 items-center gap-2 rounded-md px-2 font-strong text-accent hover:bg-hover"
            onClick={() => {
              sonner.dismiss(toastId);
              action.run();
            }}
          >
            {action.label}
            {action.shortcut ? <Kbd keys={action.shortcut} /> : null}
          </button>
        ) : null}
      </div>
    ),
    { id, duration: lasts },
  );
}

export function notifyError(what: string, error: unknown, action?: Notice["action"]): void {
  const request = error instanceof ApiError && error.requestId ? ` (request ${error.requestId})` : "";
  notify({ text: what, detail: `${errorMessage(error)}${request}`, family: "bad", action, lasts: 12_000 });
}

export function dismissNotice(id: string): void {
  sonner.dismiss(id);
}
