import clsx from "clsx";

const symbols: Record<string, string> = { mod: "⌘", shift: "⇧", enter: "↵", escape: "esc", space: "space" };

/** "mod+enter" as ⌘↵. Hidden from screen readers: the control announces its own key. */
export function Kbd({ keys, onColour = false }: { keys: string; onColour?: boolean }) {
  const text = keys
    .toLowerCase()
    .split("+")
    .map((key) => symbols[key] ?? key.toUpperCase())
    .join("");
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "inline-flex h-4 min-w-4 items-center justify-center rounded-sm px-1 font-sans text-small max-sm:hidden",
        onColour ? "bg-on-accent/20 text-on-accent" : "border border-line bg-paper text-ink-faint",
      )}
    >
      {text}
    </span>
  );
}
