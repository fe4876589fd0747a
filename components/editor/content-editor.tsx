"use client";
import dynamic from "next/dynamic";
import { useStoredState } from "../shell/stored-state.ts";
import { MarkdownEditor } from "../task/markdown-editor.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { TabPanel, Tabs } from "../ui/tabs.tsx";

const RichEditor = dynamic(() => import("./rich-editor.tsx").then((module) => module.RichEditor), {
  ssr: false,
  loading: () => <SkeletonLines lines={6} label="Loading the editor" />,
});

type Props = { value: string; onChange: (value: string) => void };

/** One text, written as its source or as its readers see it; this browser remembers which. */
export function ContentEditor({ value, onChange }: Props) {
  const [mode, setMode] = useStoredState("editor-mode", "source");
  const shown = mode === "rich" ? "rich" : "source";
  return (
    <Tabs
      label="How to edit"
      value={shown}
      onChange={setMode}
      className="border-b border-line"
      tabs={[
        { value: "source", label: "Source" },
        { value: "rich", label: "Rich text" },
      ]}
    >
      <TabPanel value="source" className="pt-4">
        <MarkdownEditor value={value} onChange={onChange} />
      </TabPanel>
      <TabPanel value="rich" className="pt-4">
        <RichEditor value={value} onChange={onChange} />
      </TabPanel>
    </Tabs>
  );
}
