"use client";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useRef, useState } from "react";
import { openMarkdown } from "./rich/rich-document.ts";
import { richExtensions } from "./rich/schema.ts";
import { RichTools } from "./rich-tools.tsx";
import type { TaskPicture } from "./task-pictures.ts";

type Props = {
  value: string;
  onChange: (value: string) => void;
  /** "Text of mail 2" */
  label?: string;
  pictures?: readonly TaskPicture[];
  /** As few lines as the text has, for one block or one field. */
  compact?: boolean;
  focus?: boolean;
};

/** The text as its readers will see it, to be written in. What is not touched stays as it is, byte for byte. */
export function RichEditor({ value, onChange, label = "Text", pictures = [], compact = false, focus = false }: Props) {
  const [opened] = useState(() => openMarkdown(value));
  const [linking, setLinking] = useState(false);
  const written = useRef(value);
  const editor = useEditor({
    extensions: richExtensions,
    content: opened.content,
    autofocus: focus ? "end" : false,
    immediatelyRender: false,
    // The pages' content security policy lets no style in that came with a script.
    injectCSS: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        class: `prose ${compact ? "min-h-16" : "min-h-[min(60vh,40rem)]"} break-words px-4 py-3 outline-hidden [&>:first-child]:mt-0!`,
      },
      handleKeyDown: (_, event) => {
        if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== "k") return false;
        event.preventDefault();
        setLinking(true);
        return true;
      },
      handlePaste: (view, event) => {
        const address = event.clipboardData?.getData("text/plain").trim() ?? "";
        if (view.state.selection.empty || !/^https?:\/\/\S+$/.test(address)) return false;
        const { from, to } = view.state.selection;
        view.dispatch(view.state.tr.addMark(from, to, view.state.schema.mark("link", { href: address })));
        return true;
      },
    },
    onUpdate: ({ editor: changed }: { editor: Editor }) => {
      const text = opened.write(changed.getJSON().content ?? []);
      if (text === written.current) return;
      written.current = text;
      onChange(text);
    },
  });
  return (
    <div className="mx-auto flex w-full max-w-[76ch] flex-col gap-2">
      {editor ? <RichTools editor={editor} pictures={pictures} linking={linking} onLinking={setLinking} /> : null}
      <EditorContent editor={editor} className="control focus-within:outline-2 focus-within:outline-accent" />
    </div>
  );
}
