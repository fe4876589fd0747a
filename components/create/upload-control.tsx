"use client";
import { useEffect, useRef, useState } from "react";
import { errorMessage } from "#lib/api-client.ts";
import { uploadFile } from "#lib/queries/uploads.ts";
import { Button } from "../ui/button.tsx";
import type { FieldAria } from "../ui/field.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";

type Props = {
  aria: FieldAria;
  value: string;
  onChange: (id: string) => void;
  /** Media types that the field takes, by commas; any where it is left out. */
  accept?: string;
};
type Sending = { name: string; share: number };

/** Sends a file as soon as it is chosen or dropped; the form keeps the id that it got. */
export function UploadControl({ aria, value, onChange, accept }: Props) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function send(file: File | undefined) {
    if (!file) return;
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    setFailure(null);
    setSending({ name: file.name, share: 0 });
    try {
      const progress = (share: number) => setSending({ name: file.name, share });
      const { upload_id, type } = await uploadFile(file, progress, own.signal);
      if (accept && !accept.split(",").includes(type.split(";")[0] ?? "")) {
        setFailure(`${file.name} is ${type}, which this field does not take.`);
        return;
      }
      setName(file.name);
      onChange(upload_id);
    } catch (error) {
      if (!own.signal.aborted) setFailure(errorMessage(error));
    } finally {
      if (stop.current === own) setSending(null);
    }
  }
  if (sending) {
    return (
      <div className="flex h-11 items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="tabular truncate text-small">
            {sending.name}, {Math.round(sending.share * 100)} %
          </p>
          <ProgressBar value={sending.share * 100} label={`Sending ${sending.name}`} className="mt-1" />
        </div>
        <Button size="small" onClick={() => stop.current?.abort()}>
          Stop
        </Button>
      </div>
    );
  }
  if (value) {
    return (
      <div className="flex min-h-8 items-center gap-3">
        <p role="status" className="min-w-0 flex-1 truncate">
          <span className="text-good">✓</span> {name ?? <code className="font-mono text-small">{value}</code>}
        </p>
        <Button size="small" onClick={() => onChange("")}>
          Another file
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <input
        {...aria}
        type="file"
        accept={accept}
        onChange={(event) => void send(event.target.files?.[0])}
        className="control w-full border-dashed p-2 text-ink-soft file:mr-3 file:h-7 file:rounded-md file:border file:border-line-strong/60 file:bg-surface file:px-3 file:text-ink"
      />
      {failure ? (
        <p role="alert" className="text-bad">
          {failure}
        </p>
      ) : null}
    </div>
  );
}
