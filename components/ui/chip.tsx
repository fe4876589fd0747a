import { X } from "lucide-react";
import type { ReactNode } from "react";

/** One filter that is on; the cross takes it away. */
export function FilterChip({ name, children, onRemove }: { name: string; children: ReactNode; onRemove: () => void }) {
  return (
    <span className="inline-flex h-7 items-center gap-1 rounded-full border border-line bg-surface pr-1 pl-3 max-sm:h-9">
      <span className="text-ink-faint">{name}</span>
      <span className="max-w-48 truncate">{children}</span>
      <button
        type="button"
        aria-label={`Remove filter ${name}`}
        onClick={onRemove}
        className="inline-flex size-6 items-center justify-center rounded-full text-ink-faint hover:bg-hover hover:text-ink"
      >
        <X className="size-3" aria-hidden />
      </button>
    </span>
  );
}

export function Tag({ children }: { children: ReactNode }) {
  return <span className="rounded-sm border border-line px-1.5 text-small text-ink-soft">{children}</span>;
}
