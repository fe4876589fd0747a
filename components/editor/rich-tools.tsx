"use client";
import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Code,
  Heading2,
  Heading3,
  Image as ImageIcon,
  Italic,
  Link2,
  List,
  ListOrdered,
  ListTodo,
  Quote,
  SquareCode,
  Strikethrough,
  Superscript,
  Table as TableIcon,
} from "lucide-react";
import { useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { AddressField } from "./address-field.tsx";
import { keepCursor } from "./keep-cursor.ts";
import { PicturePicker } from "./picture-picker.tsx";
import { PictureWords } from "./picture-words.tsx";
import { insertFootnote } from "./rich/footnotes.ts";
import { insertTable } from "./rich/table-commands.ts";
import { tasksIn } from "./rich/task-items.ts";
import { TableTools } from "./table-tools.tsx";
import type { TaskPicture } from "./task-pictures.ts";

type Tool = {
  label: string;
  icon: typeof Bold;
  /** Of the mark or node, for whether it is on; empty for what is only put in. */
  name: string;
  attributes?: Record<string, unknown>;
  run: (chain: ReturnType<Editor["chain"]>) => ReturnType<Editor["chain"]>;
};

const tools: readonly Tool[] = [
  heading("Heading", Heading2, 2),
  heading("Smaller heading", Heading3, 3),
  { label: "Bold", icon: Bold, name: "bold", run: (chain) => chain.toggleBold() },
  { label: "Italic", icon: Italic, name: "italic", run: (chain) => chain.toggleItalic() },
  { label: "Struck", icon: Strikethrough, name: "strike", run: (chain) => chain.toggleStrike() },
  { label: "Code", icon: Code, name: "code", run: (chain) => chain.toggleCode() },
  { label: "Quotation", icon: Quote, name: "blockquote", run: (chain) => chain.toggleBlockquote() },
  { label: "List", icon: List, name: "bulletList", run: (chain) => chain.toggleBulletList() },
  { label: "Numbered list", icon: ListOrdered, name: "orderedList", run: (chain) => chain.toggleOrderedList() },
  { label: "Block of code", icon: SquareCode, name: "codeBlock", run: (chain) => chain.toggleCodeBlock() },
  { label: "Task list", icon: ListTodo, name: "listItem", attributes: { checked: /^(true|false)$/ }, run: tasksIn },
  {
    label: "Footnote",
    icon: Superscript,
    name: "",
    run: (chain) => chain.command(({ state, dispatch }) => insertFootnote(state, dispatch)),
  },
  { label: "Table", icon: TableIcon, name: "table", run: (chain) => chain.command(insertTable) },
];

function heading(label: string, icon: typeof Bold, level: 2 | 3): Tool {
  return { label, icon, name: "heading", attributes: { level }, run: (chain) => chain.toggleHeading({ level }) };
}

type Props = {
  editor: Editor;
  pictures: readonly TaskPicture[];
  linking: boolean;
  onLinking: (linking: boolean) => void;
  /** Pictures to send to the hub and to put where the cursor is. */
  onFiles: (files: File[]) => void;
};

export function RichTools({ editor, pictures, linking, onLinking, onFiles }: Props) {
  const [picking, setPicking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      tools: tools.map(({ name, attributes }) => name !== "" && now.isActive(name, attributes)),
      link: now.isActive("link"),
      table: now.isActive("table"),
      href: String(now.getAttributes("link").href ?? ""),
      picture: now.isActive("image") ? String(now.getAttributes("image").alt ?? "") : null,
    }),
  });
  function link(href: string) {
    const chain = editor.chain().focus().extendMarkRange("link");
    const { empty } = editor.state.selection;
    if (href === "") chain.unsetMark("link").run();
    else if (empty && !active.link) {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else chain.setMark("link", { href }).run();
    onLinking(false);
  }
  return (
    <div className="flex flex-col gap-1">
      <Toolbar label="Formatting" className="flex flex-wrap gap-1">
        {tools.map((tool, index) => (
          <IconButton
            key={tool.label}
            label={tool.label}
            aria-pressed={active.tools[index] ?? false}
            onMouseDown={keepCursor}
            onClick={() => tool.run(editor.chain().focus()).run()}
          >
            <tool.icon className="size-4" aria-hidden />
          </IconButton>
        ))}
        <IconButton
          label="Link"
          aria-pressed={active.link}
          aria-keyshortcuts="mod+k"
          onClick={() => onLinking(!linking)}
        >
          <Link2 className="size-4" aria-hidden />
        </IconButton>
        <IconButton label="Picture" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          <ImageIcon className="size-4" aria-hidden />
        </IconButton>
      </Toolbar>
      {linking ? <AddressField address={active.href} onApply={link} onClose={() => onLinking(false)} /> : null}
      {picking ? (
        <PicturePicker
          pictures={pictures}
          onFiles={(files) => {
            onFiles(files);
            setPicking(false);
          }}
          onPick={({ url, alt }) => {
            editor
              .chain()
              .focus()
              .insertContent({ type: "image", attrs: { src: url, alt } })
              .run();
            setPicking(false);
          }}
        />
      ) : null}
      {active.picture === null ? null : <PictureWords editor={editor} words={active.picture} />}
      {active.table ? <TableTools editor={editor} /> : null}
    </div>
  );
}
