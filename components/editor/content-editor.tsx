"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { plural } from "#lib/format/number.ts";
import { useStoredState } from "../shell/stored-state.ts";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { TabPanel, Tabs } from "../ui/tabs.tsx";
import { MarkdownEditor } from "./markdown-editor.tsx";
import type { TaskPicture } from "./task-pictures.ts";
import { countText } from "./text-counts.ts";

const RichEditor = dynamic(() => import("./rich-editor.tsx").then((module) => module.RichEditor), {
  ssr: false,
  loading: () => <SkeletonLines lines={6} label="Loading the editor" />,
});

type Props = {
  /** The task whose text it is. */
  taskId: string;
  value: string;
  onChange: (value: string) => void;
  /** What this text is, where there are several: "Text of mail 2". */
  label?: string;
  pictures?: readonly TaskPicture[];
  /** For one block or one field among others. */
  compact?: boolean;
  /** Puts the cursor into it. */
  focus?: boolean;
};

/** One Markdown text, written as its readers see it or as its source; this browser remembers which. */
export function ContentEditor({ taskId, value, onChange, label, pictures, compact = false, focus = false }: Props) {
  const [mode, setMode] = useStoredState("editor-mode", "rich");
  const shown = mode === "source" ? "source" : "rich";
  const [first] = useState(shown);
  const { words, characters, minutes } = countText(value);
  return (
    <div>
      <Tabs
        label={label ? `How to edit: ${label}` : "How to edit"}
        value={shown}
        onChange={setMode}
        className="border-b border-line"
        tabs={[
          { value: "rich", label: "Rich text" },
          { value: "source", label: "Source" },
        ]}
      >
        <TabPanel value="rich" className="pt-4">
          <RichEditor
            taskId={taskId}
            value={value}
            onChange={onChange}
            label={label}
            pictures={pictures}
            compact={compact}
            focus={focus && shown === first}
          />
        </TabPanel>
        <TabPanel value="source" className="pt-4">
          <MarkdownEditor
            taskId={taskId}
            value={value}
            onChange={onChange}
            label={label}
            compact={compact}
            focus={focus && shown === first}
          />
        </TabPanel>
      </Tabs>
      <p className="tabular mt-1 text-small text-ink-faint">
        {plural(words, "word")}, {plural(characters, "character")}
        {compact ? "" : `, ${minutes} min to read`}
      </p>
    </div>
  );
}
