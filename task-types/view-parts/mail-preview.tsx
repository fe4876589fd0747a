"use client";
import { useState } from "react";
import { Choice } from "./choice.tsx";
import { InboxRows } from "./inbox-rows.tsx";
import { MailFrame, type MailLook } from "./mail-frame.tsx";

export type Mail = { subject: string; preheader: string; html: string; text: string };
type Part = "html" | "text";

const widths = [
  { value: "desktop", label: "600 px" },
  { value: "phone", label: "360 px" },
] as const;
const looks = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
const parts = [
  { value: "html", label: "HTML" },
  { value: "text", label: "Plain text" },
] as const;

/** One mail as it arrives: its line in the inbox, then opened, on a wide and a narrow screen, light and dark. */
export function MailPreview({ mail, from }: { mail: Mail; from: string }) {
  const [width, setWidth] = useState<"desktop" | "phone">("desktop");
  const [look, setLook] = useState<MailLook>("light");
  const [part, setPart] = useState<Part>("html");
  return (
    <div className="font-sans">
      <InboxRows from={from} subject={mail.subject} preheader={mail.preheader} />
      <div className="mt-6 mb-3 flex flex-wrap items-center gap-3">
        <Choice label="Width" options={widths} value={width} onChange={setWidth} />
        <Choice label="Colours" options={looks} value={look} onChange={setLook} />
        <Choice label="Part" options={parts} value={part} onChange={setPart} />
      </div>
      {part === "text" ? (
        <pre
          data-reading
          className="rounded-md border border-line bg-surface p-5 font-mono text-body break-words whitespace-pre-wrap"
          style={{ maxWidth: width === "phone" ? 360 : 600, colorScheme: look }}
        >
          {mail.text}
        </pre>
      ) : (
        <MailFrame html={mail.html} title={mail.subject} width={width === "phone" ? 360 : 600} look={look} />
      )}
    </div>
  );
}
