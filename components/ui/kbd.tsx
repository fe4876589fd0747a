import clsx from "clsx";

const symbols: Record<string, string> = { alt: "alt", shift: "⇧", enter: "↵", escape: "esc", space: "space" };

type Props = {
  keys: string;
  onColour?: boolean;
  /** Also where there is hardly a keyboard. */
  always?: boolean;
};

/**
 * "mod+enter" as ⌘↵ on Apple's keyboards and as Ctrl ↵ on others. Hidden from screen readers: the control announces its
 * own key.
 */
export function Kbd({ keys, onColour = false, always = false }: Props) {
  const named = keys.toLowerCase().split("+");
  const rest = named.filter((key) => key !== "mod").map((key) => symbols[key] ?? key.toUpperCase());
  return (
    <span
      aria-hidden="true"
      className={clsx(
        "inline-flex h-4 min-w-4 items-center justify-center rounded-sm px-1 font-sans text-small whitespace-nowrap",
        !always && "max-sm:hidden",
        onColour ? "bg-[#00000033] text-on-accent" : "border border-line bg-paper text-ink-faint",
      )}
    >
      {named.includes("mod") ? (
        <>
          <span className="not-apple:hidden">⌘</span>
          <span className="mr-0.5 apple:hidden">Ctrl</span>
        </>
      ) : null}
      {rest.join(rest.includes("alt") ? " " : "")}
    </span>
  );
}
