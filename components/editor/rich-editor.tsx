"use client";
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { Bold, Heading2, Heading3, Italic, Link2, List, ListOrdered, Quote } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { keepsMarkdown, plainCitations, richExtensions } from "./rich-markdown.ts";

type Props = { value: string; onChange: (value: string) => void };

/** The text as its readers will see it, to be written in; Markdown comes out. */
export function RichEditor({ value, onChange }: Props) {
  const [fits] = useState(() => keepsMarkdown(value));
  if (!fits) {
    return (
      <p role="status" className="rounded-md bg-person-soft px-3 py-2">
        This text has a table, a footnote or HTML, which only its source keeps. It is edited there.
      </p>
    );
  }
  return <FittingEditor value={value} onChange={onChange} />;
}

function FittingEditor({ value, onChange }: Props) {
  const editor = useEditor({
    extensions: richExtensions,
    content: value,
    contentType: "markdown",
    immediatelyRender: false,
    // The pages' content security policy lets no style in that came with a script.
    injectCSS: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Text",
        class: "prose min-h-[60vh] whitespace-pre-wrap break-words px-4 py-3 outline-hidden [&>:first-child]:mt-0!",
      },
    },
    onUpdate: ({ editor: changed }) => onChange(plainCitations(changed.getMarkdown())),
  });
  return (
    <div className="mx-auto flex w-full max-w-[76ch] flex-col gap-2">
      {editor ? <Tools editor={editor} /> : null}
      <EditorContent editor={editor} className="control focus-within:outline-2 focus-within:outline-accent" />
    </div>
  );
}

const tools = [
  { label: "Heading", icon: Heading2, name: "heading", attributes: { level: 2 }, run: heading(2) },
  { label: "Smaller heading", icon: Heading3, name: "heading", attributes: { level: 3 }, run: heading(3) },
  { label: "Bold", icon: Bold, name: "bold", run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  {
    label: "Italic",
    icon: Italic,
    name: "italic",
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: "Quotation",
    icon: Quote,
    name: "blockquote",
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    label: "List",
    icon: List,
    name: "bulletList",
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: "Numbered list",
    icon: ListOrdered,
    name: "orderedList",
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
] as const;

function heading(level: 2 | 3) {
  return (editor: Editor) => editor.chain().focus().toggleHeading({ level }).run();
}

function Tools({ editor }: { editor: Editor }) {
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => [
      ...tools.map((tool) => now.isActive(tool.name, "attributes" in tool ? tool.attributes : undefined)),
      now.isActive("link"),
    ],
  });
  return (
    <div role="toolbar" aria-label="Formatting" className="flex flex-wrap gap-1">
      {tools.map((tool, index) => (
        <IconButton
          key={tool.label}
          label={tool.label}
          aria-pressed={active[index] ?? false}
          onClick={() => tool.run(editor)}
        >
          <tool.icon className="size-4" aria-hidden />
        </IconButton>
      ))}
      <LinkTool editor={editor} active={active[tools.length] ?? false} />
    </div>
  );
}

/** Its address is asked for beside it; an empty one takes the link away. */
function LinkTool({ editor, active }: { editor: Editor; active: boolean }) {
  const [address, setAddress] = useState<string | null>(null);
  function apply(href: string) {
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href.trim() === "") chain.unsetLink().run();
    else chain.setLink({ href: href.trim() }).run();
    setAddress(null);
  }
  return (
    <>
      <IconButton
        label="Link"
        aria-pressed={active}
        onClick={() => setAddress(String(editor.getAttributes("link").href ?? "https://"))}
      >
        <Link2 className="size-4" aria-hidden />
      </IconButton>
      {address === null ? null : (
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by the button before it
          autoFocus
          aria-label="Address of the link"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          onBlur={() => setAddress(null)}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              apply(address);
            }
            if (event.key === "Escape") {
              event.stopPropagation();
              setAddress(null);
            }
          }}
          className="control h-7 w-64 px-2"
        />
      )}
    </>
  );
}
