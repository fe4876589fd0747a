import clsx from "clsx";

/** A line over days; days without a value are bridged, and one day alone is a dot. */
export function SparkLine({
  values,
  low,
  high,
  className,
}: {
  values: readonly (number | null)[];
  low: number;
  high: number;
  className?: string;
}) {
  const width = 140;
  const height = 64;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const points = values.flatMap((value, index) => {
    if (value === null) return [];
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return [`${(index * step).toFixed(1)},${(height - 2 - share * (height - 4)).toFixed(1)}`];
  });
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={clsx("h-16 w-full overflow-visible", className)}
      fill="none"
    >
      <line
        x1="0"
        x2={width}
        y1={height - 1}
        y2={height - 1}
        className="stroke-line"
        vectorEffect="non-scaling-stroke"
      />
      {points.length > 0 ? (
        <polyline
          points={points.length > 1 ? points.join(" ") : `${points} ${points}`}
          className="stroke-accent"
          strokeWidth={points.length > 1 ? 1.75 : 6}
          strokeLinejoin="round"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
    </svg>
  );
}
