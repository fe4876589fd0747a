"use client";
import clsx from "clsx";
import { Bold, Heading2, Italic, Link2, List, ListOrdered, Quote, Search } from "lucide-react";
import { type KeyboardEvent, type SyntheticEvent, useDeferredValue, useRef, useState } from "react";
import { MarkdownView } from "#lib/markdown/markdown-view.tsx";
import { IconButton } from "../ui/button.tsx";
import { notifyError } from "../ui/toast.ts";
import { FindBar } from "./find-bar.tsx";
import { type Markup, markUp } from "./mark-up.ts";
import { spliceText } from "./splice-text.ts";
import { picturesAmong, uploadPicture } from "./upload-picture.ts";

/** The keys are the rich view's. */
const tools: readonly { markup: Markup; label: string; icon: typeof Bold; key?: string }[] = [
  { markup: "heading", label: "Heading", icon: Heading2, key: "alt+2" },
  { markup: "bold", label: "Bold", icon: Bold, key: "b" },
  { markup: "italic", label: "Italic", icon: Italic, key: "i" },
  { markup: "link", label: "Link", icon: Link2, key: "k" },
  { markup: "quote", label: "Quotation", icon: Quote, key: "shift+b" },
  { markup: "list", label: "List", icon: List, key: "shift+8" },
  { markup: "numbers", label: "Numbered list", icon: ListOrdered, key: "shift+7" },
];

type Props = {
  taskId: string;
  value: string;
  onChange: (value: string) => void;
  label?: string;
  compact?: boolean;
  focus?: boolean;
};

/** Markdown as text, with its rendering beside it. */
export function MarkdownEditor({ taskId, value, onChange, label = "Markdown", compact = false, focus = false }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const rendered = useDeferredValue(value);
  const [finding, setFinding] = useState(false);
  const plain = value.replace(/\r\n?/g, "\n");
  const change = (text: string) => onChange(spliceText(value, text));

  function write(from: number, to: number, inserted: string, selected: [number, number]) {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(from, to);
    // Through the browser's own editing, so that its undo knows of it; the fallback is for those that dropped it.
    if (!document.execCommand("insertText", false, inserted)) change(plain.slice(0, from) + inserted + plain.slice(to));
    area.setSelectionRange(...selected);
  }

  function apply(markup: Markup) {
    const area = field.current;
    if (!area) return;
    const edited = markUp(markup, { text: plain, start: area.selectionStart, end: area.selectionEnd });
    write(edited.replacedFrom, edited.replacedTo, edited.inserted, [edited.start, edited.end]);
  }

  /** They come where the cursor is once they are sent: a text without a memory of places has no other. */
  async function putPictures(files: File[]) {
    for (const file of files) {
      try {
        const { url, alt } = await uploadPicture(taskId, file);
        const at = field.current?.selectionEnd ?? plain.length;
        const words = `![${alt.replace(/[[\]\\]/g, "")}](${url})`;
        write(at, at, words, [at + words.length, at + words.length]);
      } catch (error) {
        notifyError(`“${file.name}” was not put in`, error);
      }
    }
  }

  function takeFiles(event: SyntheticEvent, files: FileList) {
    const pictures = picturesAmong(files);
    if (pictures.length === 0) return;
    event.preventDefault();
    void putPictures(pictures);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!event.metaKey && !event.ctrlKey) return;
    const key = `${event.altKey ? "alt+" : ""}${event.shiftKey ? "shift+" : ""}${pressed(event)}`;
    const tool = tools.find((candidate) => candidate.key === key);
    if (!tool && key !== "f") return;
    event.preventDefault();
    if (tool) apply(tool.markup);
    else setFinding(true);
  }

  return (
    <div className={clsx("grid gap-6", !compact && "lg:grid-cols-2")}>
      <div className="flex min-w-0 flex-col gap-2">
        <div role="toolbar" aria-label="Formatting" className="flex flex-wrap gap-1">
          {tools.map((tool) => (
            <IconButton
              key={tool.markup}
              label={tool.label}
              aria-keyshortcuts={`mod+${tool.key}`}
              onClick={() => apply(tool.markup)}
            >
              <tool.icon className="size-4" aria-hidden />
            </IconButton>
          ))}
          <IconButton label="Find" aria-keyshortcuts="mod+f" aria-expanded={finding} onClick={() => setFinding(true)}>
            <Search className="size-4" aria-hidden />
          </IconButton>
        </div>
        {finding ? (
          <FindBar
            text={plain}
            field={field}
            onReplace={(from, to, inserted) => write(from, to, inserted, [from, from + inserted.length])}
            onClose={() => {
              setFinding(false);
              field.current?.focus();
            }}
          />
        ) : null}
        <textarea
          ref={field}
          // biome-ignore lint/a11y/noAutofocus: only where this text was asked for just before
          autoFocus={focus}
          aria-label={label}
          value={plain}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => takeFiles(event, event.clipboardData.files)}
          onDrop={(event) => takeFiles(event, event.dataTransfer.files)}
          className={clsx(
            "control field-sizing-content w-full resize-y font-mono text-body",
            compact ? "min-h-20 p-3" : "min-h-[min(60vh,40rem)] p-4",
          )}
        />
      </div>
      {compact ? null : (
        <section aria-label="Rendered" className="prose min-w-0 max-lg:hidden lg:pt-9">
          <MarkdownView text={rendered} />
        </section>
      )}
    </div>
  );
}

/** The key's own name, where Shift would make another sign of it. */
function pressed(event: KeyboardEvent): string {
  return /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key.toLowerCase();
}
