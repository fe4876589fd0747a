import clsx from "clsx";

/** Grey where text will be; it waits 150 ms, so that quick answers never flash. */
function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={clsx("animate-late rounded-sm bg-line", className)} />;
}

const widths = ["w-3/5", "w-4/5", "w-2/5", "w-3/4", "w-1/2"];

export function SkeletonLines({ lines = 5, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div role="status" aria-busy="true" aria-label={label} className="flex flex-col gap-4 p-4">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity and never move
        <Skeleton key={index} className={clsx("h-3", widths[index % widths.length])} />
      ))}
    </div>
  );
}
