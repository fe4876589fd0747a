"use client";
import { CopyButton } from "../ui/copy-button.tsx";

export function JsonView({ value, label = "Copy the JSON" }: { value: unknown; label?: string }) {
  const text = JSON.stringify(value, null, 2) ?? "";
  return (
    <div className="relative">
      <div className="absolute top-1 right-1">
        <CopyButton text={text} label={label} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <pre tabIndex={0} className="max-h-150 overflow-auto rounded-md bg-sunken p-3 pr-10 font-mono text-small whitespace-pre-wrap break-words">
        {text}
      </pre>
    </div>
  );
}
