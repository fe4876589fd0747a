import { ownFile } from "./own-file.ts";

type Chart = { title: string; image_url: string; alt: string };

/** Charts as the report has them: pictures on white, each with its words. */
export function ChartList({ charts }: { charts: readonly Chart[] }) {
  if (charts.length === 0) return null;
  return (
    <section aria-label="Charts" className="mt-8 flex flex-col gap-8 font-sans">
      {charts.map((chart) => (
        <figure key={chart.image_url}>
          {/* biome-ignore lint/performance/noImgElement: a signed address that an optimiser must not cache */}
          <img
            src={ownFile(chart.image_url) ?? chart.image_url}
            alt={chart.alt}
            loading="lazy"
            className="w-full rounded-md border border-line bg-sunken"
          />
          <figcaption className="mt-2 text-small text-ink-faint">{chart.title}</figcaption>
        </figure>
      ))}
    </section>
  );
}
