import clsx from "clsx";
import type { PresentPerson } from "#lib/contract/presence.ts";
import { Time } from "../ui/time.tsx";

/** "Ana Berg" as AB. */
function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? "").join("");
}

type Props = { present: readonly PresentPerson[]; taskId: string; me: string };

/** Who else has a task open, on its row: whoever may decide on it now stands out. */
export function PresentMarks({ present, taskId, me }: Props) {
  const others = present.filter((person) => person.task_id === taskId && person.user_id !== me);
  if (others.length === 0) return null;
  return (
    <span className="flex -space-x-1">
      {others.map(({ user_id: id, name, holds }) => (
        <span
          key={id}
          title={`${name} ${holds ? "is reviewing this" : "is reading this"}`}
          className={clsx(
            "inline-flex size-5 items-center justify-center rounded-full text-[10px] font-strong ring-2 ring-paper",
            holds ? "bg-accent-fill text-on-accent" : "border border-line bg-sunken text-ink-soft",
          )}
        >
          <span aria-hidden="true">{initials(name)}</span>
          <span className="sr-only">{holds ? `${name} is reviewing this` : `${name} is reading this`}</span>
        </span>
      ))}
    </span>
  );
}

/** The same in words, above what is read. */
export function PresentNote({ present, taskId, me }: Props) {
  const others = present.filter((person) => person.task_id === taskId && person.user_id !== me);
  const holder = others.find(({ holds }) => holds);
  const names = others.map(({ name }) => name).join(" and ");
  return (
    <p
      role="status"
      aria-label="Who else is here"
      className={clsx(others.length > 0 && "flex gap-2 border-b border-line px-6 py-2 max-sm:px-4", "text-ink-soft")}
    >
      {holder ? (
        <>
          <span className="font-strong text-ink">{holder.name} is reviewing this</span>
          <span>
            since <Time at={holder.since} />; J takes you to one that is free.
          </span>
        </>
      ) : others.length > 0 ? (
        `${names} ${others.length > 1 ? "are" : "is"} reading this too.`
      ) : null}
    </p>
  );
}
