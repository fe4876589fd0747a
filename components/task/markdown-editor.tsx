"use client";
import { Bold, Heading2, Italic, Link2, List, ListOrdered, Quote } from "lucide-react";
import { useDeferredValue, useRef } from "react";
import { MarkdownView } from "#lib/markdown/markdown-view.tsx";
import { IconButton } from "../ui/button.tsx";
import { type Markup, markUp } from "./mark-up.ts";

const tools: readonly { markup: Markup; label: string; icon: typeof Bold; key?: string }[] = [
  { markup: "heading", label: "Heading", icon: Heading2 },
  { markup: "bold", label: "Bold", icon: Bold, key: "b" },
  { markup: "italic", label: "Italic", icon: Italic, key: "i" },
  { markup: "link", label: "Link", icon: Link2 },
  { markup: "quote", label: "Quotation", icon: Quote },
  { markup: "list", label: "List", icon: List },
  { markup: "numbers", label: "Numbered list", icon: ListOrdered },
];

/** Markdown as text, with its rendering beside it. */
export function MarkdownEditor({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const rendered = useDeferredValue(value);

  function apply(markup: Markup) {
    const area = field.current;
    if (!area) return;
    const edited = markUp(markup, { text: value, start: area.selectionStart, end: area.selectionEnd });
    area.focus();
    area.setSelectionRange(edited.replacedFrom, edited.replacedTo);
    // Through the browser's own editing, so that its undo knows of it; the fallback is for those that dropped it.
    if (!document.execCommand("insertText", false, edited.inserted)) {
      onChange(value.slice(0, edited.replacedFrom) + edited.inserted + value.slice(edited.replacedTo));
    }
    area.setSelectionRange(edited.start, edited.end);
  }

  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-2">
        <div role="toolbar" aria-label="Formatting" className="flex flex-wrap gap-1">
          {tools.map((tool) => (
            <IconButton key={tool.markup} label={tool.label} onClick={() => apply(tool.markup)}>
              <tool.icon className="size-4" aria-hidden />
            </IconButton>
          ))}
        </div>
        <textarea
          ref={field}
          aria-label="Markdown"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            const tool =
              event.metaKey || event.ctrlKey ? tools.find((candidate) => candidate.key === event.key) : undefined;
            if (!tool) return;
            event.preventDefault();
            apply(tool.markup);
          }}
          className="control field-sizing-content min-h-[60vh] w-full resize-y p-4 font-mono text-body"
        />
      </div>
      <section aria-label="Rendered" className="prose min-w-0 max-lg:hidden lg:pt-9">
        <MarkdownView text={rendered} />
      </section>
    </div>
  );
}
