import clsx from "clsx";

export function ProgressBar({ value, label, className }: { value: number; label: string; className?: string }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={clsx("h-1 overflow-hidden rounded-full bg-line", className)}
    >
      <div className="h-full rounded-full bg-work transition-[width] duration-300" style={{ width: `${value}%` }} />
    </div>
  );
}
