import clsx from "clsx";
import { clock } from "#lib/format/time.ts";

type Segment = { number: number; title: string; start: number; end: number; picture: string | null };

type Props = { segments: readonly Segment[]; duration: number; time: number; onSeek: (seconds: number) => void };

/** The parts of a film or a lesson, each as wide as it is long; a click goes there. */
export function SegmentStrip({ segments, duration, time, onSeek }: Props) {
  return (
    <ol aria-label="Segments" className="mt-2 flex gap-0.5 overflow-x-auto">
      {segments.map((segment) => {
        const now = time >= segment.start && time < segment.end;
        return (
          <li
            key={segment.number}
            className="min-w-11"
            style={{ flex: `${Math.max(1, (100 * (segment.end - segment.start)) / duration)} 0 0%` }}
          >
            <button
              type="button"
              title={segment.title}
              aria-label={`Segment ${segment.number}, ${clock(segment.start)}: ${segment.title}`}
              aria-current={now ? "true" : undefined}
              onClick={() => onSeek(segment.start)}
              className={clsx(
                "group relative block h-14 w-full overflow-hidden rounded-sm border-b-2 bg-sunken",
                now ? "border-accent" : "border-transparent",
              )}
            >
              {segment.picture ? (
                // biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache
                <img
                  src={segment.picture}
                  alt=""
                  className="size-full object-cover opacity-80 transition-opacity group-hover:opacity-100"
                />
              ) : null}
              <span className="tabular absolute bottom-0 left-0 rounded-tr-sm bg-surface px-1 text-small text-ink">
                {segment.number}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
