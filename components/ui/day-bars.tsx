import clsx from "clsx";

export type DayBar = { date: string; value: number; text: string };

/** One bar a day, drawn by hand: small enough to sit beside its number. The table behind it is for screen readers. */
export function DayBars({ label, days, className }: { label: string; days: readonly DayBar[]; className?: string }) {
  const highest = Math.max(...days.map((day) => day.value), 0) || 1;
  const width = 10;
  const gap = 4;
  const height = 64;
  return (
    <figure className={clsx("m-0", className)}>
      <svg
        viewBox={`0 0 ${days.length * (width + gap) - gap} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-16 w-full text-ink-faint"
      >
        {days.map((day, index) => {
          const tall = day.value === 0 ? 1 : Math.max(2, (day.value / highest) * height);
          return (
            <rect
              key={day.date}
              x={index * (width + gap)}
              y={height - tall}
              width={width}
              height={tall}
              rx="1"
              className={index === days.length - 1 ? "fill-accent" : "fill-line-strong/50"}
            >
              <title>{`${day.date}: ${day.text}`}</title>
            </rect>
          );
        })}
      </svg>
      <table className="sr-only">
        <caption>{label}</caption>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{day.date}</th>
              <td>{day.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
