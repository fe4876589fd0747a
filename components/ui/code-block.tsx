import { CopyButton } from "./copy-button.tsx";

/** Text for machines, with a way to take it along. It scrolls, so it can be reached by keyboard. */
export function CodeBlock({ text, copyLabel }: { text: string; copyLabel: string }) {
  const look =
    "max-h-150 overflow-auto rounded-md bg-sunken p-3 pr-10 font-mono text-small break-words whitespace-pre-wrap";
  return (
    <div className="relative">
      <div className="absolute top-1 right-1">
        <CopyButton text={text} label={copyLabel} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <pre tabIndex={0} suppressHydrationWarning className={look}>
        {text}
      </pre>
    </div>
  );
}
