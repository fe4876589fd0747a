"use client";
import clsx from "clsx";
import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { readTable, type Table } from "./read-table.ts";

const example = `task_type,topic,style,target_length
blog_post,Tides and estuaries,narrative,900
blog_post,Night trains,educational,1200`;

/** Where a table comes in: dropped, chosen or pasted. */
export function DropZone({ onTable }: { onTable: (name: string, table: Table) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function take(name: string, text: Promise<string>) {
    setBusy(true);
    setError(null);
    try {
      onTable(name, await readTable(await text));
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  }
  function takeFile(file: File | undefined) {
    if (file) void take(file.name, file.text());
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    takeFile(event.dataTransfer.files[0]);
  }
  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData("text");
    if (!text.includes("\n") && !/^\s*[[{]/.test(text)) return;
    event.preventDefault();
    void take("pasted rows", Promise.resolve(text));
  }
  return (
    <div className="mx-auto flex w-full max-w-200 flex-col gap-4 p-6 max-sm:p-4">
      <section
        aria-label="Drop a file"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={clsx(
          "flex flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-12 text-center transition-colors",
          over ? "border-accent bg-accent-soft" : "border-line-strong bg-surface",
        )}
      >
        <p className="text-body font-strong">Drop a table here: one row becomes one task</p>
        <p className="max-w-120 text-ink-soft text-pretty">
          CSV with a line of names above it, a JSON array, or JSON Lines. Each row is checked here first; nothing is
          made before you say so.
        </p>
        <Button look="primary" busy={busy} onClick={() => chooser.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
          aria-label="File to import"
          hidden
          onChange={(event) => takeFile(event.target.files?.[0])}
        />
        {error ? <ErrorLine error={error} /> : null}
      </section>
      <label className="flex flex-col gap-1">
        <span className="font-strong">Or paste rows</span>
        <textarea
          onPaste={onPaste}
          placeholder={example}
          className="control min-h-36 w-full resize-y px-3 py-2 font-mono text-small"
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
              void take("pasted rows", Promise.resolve(event.currentTarget.value));
            }
          }}
        />
        <span className="text-small text-ink-faint">Cells copied from a spreadsheet work too.</span>
      </label>
    </div>
  );
}
