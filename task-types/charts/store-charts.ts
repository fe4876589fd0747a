import type { PhaseRun } from "#task-types/phase-run.ts";
import { type Chart, describeChart, drawChart } from "./draw-chart.ts";

/** Draws and keeps charts; what the result names them by. */
export async function storeCharts(
  run: Pick<PhaseRun, "storeArtifact" | "progress" | "signal">,
  charts: readonly Chart[],
) {
  const stored: { title: string; image_url: string; alt: string }[] = [];
  for (const [index, chart] of charts.entries()) {
    run.signal.throwIfAborted();
    run.progress(index / charts.length, `Drawing chart ${index + 1} of ${charts.length}`);
    const image_url = await run.storeArtifact({
      name: `chart-${index + 1}.png`,
      role: "chart",
      contentType: "image/png",
      ...(await drawChart(chart)),
    });
    stored.push({ title: chart.title, image_url, alt: describeChart(chart) });
  }
  return stored;
}
