import { count } from "#lib/format/number.ts";

const round = 2 * Math.PI * 8;

/** How much of the network's limit a post takes, in the network's own units. */
export function LengthCounter({ length, limit, unit }: { length: number; limit: number; unit: string }) {
  const used = Math.min(1, length / limit);
  const over = length > limit;
  return (
    <p className={`tabular ml-auto flex items-center gap-2 text-small ${over ? "text-bad" : "text-ink-soft"}`}>
      <svg viewBox="0 0 20 20" className="size-4 -rotate-90" aria-hidden="true" fill="none" strokeWidth="3">
        <circle cx="10" cy="10" r="8" stroke="var(--line)" />
        <circle cx="10" cy="10" r="8" stroke="currentColor" strokeDasharray={`${used * round} ${round}`} />
      </svg>
      {over
        ? `${count(length - limit)} over the limit of ${count(limit)} ${unit}`
        : `${count(length)} of ${count(limit)} ${unit}`}
    </p>
  );
}
