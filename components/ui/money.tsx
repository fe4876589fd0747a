import { money } from "#lib/format/number.ts";

/** A price in dollars; an unknown one says so instead of 0. */
export function Money({ value, className }: { value: number | null | undefined; className?: string }) {
  const known = value !== null && value !== undefined;
  return (
    <span className={className} title={known ? `$${value}` : "The price of the model is not known"}>
      {known ? <span className="tabular">{money(value)}</span> : "unknown"}
    </span>
  );
}
