"use client";
import type { EditorView } from "@tiptap/pm/view";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useRef, useState } from "react";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { notifyError } from "../ui/toast.ts";
import { holdPlace } from "./rich/held-places.ts";
import { openMarkdown } from "./rich/rich-document.ts";
import { richExtensions } from "./rich/schema.ts";
import { RichTools } from "./rich-tools.tsx";
import type { TaskPicture } from "./task-pictures.ts";
import { picturesAmong, uploadPicture } from "./upload-picture.ts";

type Props = {
  value: string;
  onChange: (value: string) => void;
  /** "Text of mail 2" */
  label?: string;
  /** The task whose text it is. */
  taskId: string;
  pictures?: readonly TaskPicture[];
  /** As few lines as the text has, for one block or one field. */
  compact?: boolean;
  focus?: boolean;
};

/** The editor answers to these itself, while the cursor is in it. */
const writingKeys = [
  { keys: "mod+b", label: "Bold", run: null },
  { keys: "mod+i", label: "Italic", run: null },
  { keys: "mod+k", label: "Link", run: null },
  { keys: "mod+alt+2", label: "Heading", run: null },
  { keys: "mod+shift+8", label: "List", run: null },
  { keys: "mod+shift+7", label: "Numbered list", run: null },
  { keys: "mod+shift+9", label: "Tasks", run: null },
  { keys: "mod+enter", label: "Tick a task; in a table, a row below", run: null },
  { keys: "mod+shift+b", label: "Quotation", run: null },
  { keys: "mod+alt+f", label: "Footnote; in a note, back to the text", run: null },
];

/** The text as its readers will see it, to be written in. What is not touched stays as it is, byte for byte. */
export function RichEditor({
  value,
  onChange,
  taskId,
  label = "Text",
  pictures = [],
  compact = false,
  focus = false,
}: Props) {
  const [opened] = useState(() => openMarkdown(value));
  const [linking, setLinking] = useState(false);
  const [sending, setSending] = useState(0);
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
      handleDrop: (view, event, _, moved) => {
        const files = moved ? [] : picturesAmong(event.dataTransfer?.files);
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return putPictures(view, files, at);
      },
      handlePaste: (view, event) => {
        if (putPictures(view, picturesAmong(event.clipboardData?.files))) return true;
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
  /** Each picture comes where it was dropped, although words may be typed before it meanwhile. */
  function putPictures(view: EditorView, files: File[], at = view.state.selection.to): boolean {
    for (const file of files) {
      const place = holdPlace(view, at);
      setSending((count) => count + 1);
      uploadPicture(taskId, file)
        .then(({ url, alt }) => {
          if (!view.isDestroyed) place.fill(view.state.schema.node("image", { src: url, alt }));
        })
        .catch((error: unknown) => {
          if (!view.isDestroyed) place.fill(null);
          notifyError(`“${file.name}” was not put in`, error);
        })
        .finally(() => setSending((count) => count - 1));
    }
    return files.length > 0;
  }
  useShortcuts("Writing", writingKeys);
  return (
    <div className="mx-auto flex w-full max-w-[76ch] flex-col gap-2">
      {editor ? (
        <RichTools
          editor={editor}
          pictures={pictures}
          linking={linking}
          onLinking={setLinking}
          onFiles={(files) => putPictures(editor.view, files)}
        />
      ) : null}
      {sending > 0 ? (
        <p role="status" className="text-ink-soft">
          {sending === 1 ? "Sending a picture" : `Sending ${sending} pictures`}
        </p>
      ) : null}
      <EditorContent editor={editor} className="control focus-within:outline-2 focus-within:outline-accent" />
    </div>
  );
}
