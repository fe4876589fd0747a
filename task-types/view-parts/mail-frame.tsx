"use client";
import { useEffect, useRef, useState } from "react";
import { dressMail, hasDarkStyles, type MailLook } from "./dress-mail.ts";

export type { MailLook };

type Props = { html: string; title: string; width: number; look: MailLook };

/**
 * The mail's own HTML, shut in: no scripts run in it, and the page's policy, which it inherits, keeps remote pictures
 * out. It counts as ours only so that its height can be read.
 */
export function MailFrame({ html, title, width, look }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(480);
  const source = dressMail(html, look);
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return;
    const watch = new ResizeObserver(() => setHeight(contentHeight(shown)));
    const attach = () => {
      setHeight(contentHeight(shown));
      if (shown.contentDocument?.body) watch.observe(shown.contentDocument.body);
      shown.contentDocument?.addEventListener("keydown", passOn);
    };
    attach();
    shown.addEventListener("load", attach);
    return () => {
      watch.disconnect();
      shown.removeEventListener("load", attach);
    };
  }, []);
  return (
    <div className="overflow-x-auto">
      <iframe
        ref={frame}
        title={`Email: ${title}`}
        srcDoc={source}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        className="max-w-full rounded-md border border-line"
        style={{ width, height, colorScheme: look, background: look === "dark" ? "#1b1b1b" : "#ffffff" }}
      />
      {look === "dark" && !hasDarkStyles(html) ? (
        <p className="mt-2 text-small text-ink-faint">
          This mail has no dark styles of its own; some programs turn its colours themselves.
        </p>
      ) : null}
    </div>
  );
}

/** Whoever has clicked into a mail still has the screen's keys. */
function passOn(event: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
  const passed = new KeyboardEvent("keydown", {
    ...{ key, code, ctrlKey, metaKey, altKey, shiftKey, repeat },
    ...{ bubbles: true, cancelable: true },
  });
  if (!window.dispatchEvent(passed)) event.preventDefault();
}

function contentHeight(frame: HTMLIFrameElement): number {
  const body = frame.contentDocument?.body;
  return body ? Math.min(Math.max(body.scrollHeight, 120), 6000) : 480;
}
