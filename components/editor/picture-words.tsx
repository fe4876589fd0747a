"use client";
import type { Editor } from "@tiptap/react";
import { useId } from "react";
import { Input } from "../ui/field.tsx";

/** What a picture shows, for those who do not see it; asked for while the picture is selected. */
export function PictureWords({ editor, words }: { editor: Editor; words: string }) {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={id}>What the picture shows</label>
      <Input
        id={id}
        className="max-w-96 flex-1"
        value={words}
        maxLength={500}
        onChange={(event) => editor.commands.updateAttributes("image", { alt: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          editor.commands.focus();
        }}
      />
    </div>
  );
}
