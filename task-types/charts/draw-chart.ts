import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

export type ChartPoint = { label: string; series: string; value: number };

export type Chart = {
  title: string;
  kind: "line" | "bar";
  /** What the values are: "EUR", "orders". */
  unit: string;
  points: ChartPoint[];
  /** Fractions are labelled as percentages. */
  isFraction?: boolean;
};

/** Pixels; twice the drawn size, so that it is sharp on screens of today. */
const chartWidth = 1280;

/** Okabe and Ito's colours, which those who see fewer colours can tell apart. */
const colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];

/** A chart as PNG, drawn without a browser; the numbers are those that are given. */
export async function drawChart(chart: Chart): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const view = new View(parse(compile(specOf(chart)).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  const image = await renderAsync(svg, {
    background: "#ffffff",
    fitTo: { mode: "width", value: chartWidth },
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: "Roboto" },
  });
  return { bytes: new Uint8Array(image.asPng()), width: image.width, height: image.height };
}

/** What someone hears who cannot see it. */
export function describeChart({ title, kind, unit, points, isFraction }: Chart): string {
  const several = new Set(points.map(({ series }) => series)).size > 1;
  const counted = isFraction ? "" : ` ${unit}`;
  const values = points.map(({ label, series, value }) =>
    several ? `${series} ${label}: ${value}` : `${label}: ${value}${counted}`,
  );
  const shown = values.slice(0, 8).join("; ");
  return `${kind === "line" ? "Line" : "Bar"} chart. ${title}. ${shown}${values.length > 8 ? `; ${values.length} values in all` : ""}.`;
}

function specOf({ title, kind, unit, points, isFraction }: Chart): TopLevelSpec {
  const several = new Set(points.map(({ series }) => series)).size > 1;
  const labels = [...new Set(points.map(({ label }) => label))];
  const x = {
    field: "label",
    type: "ordinal" as const,
    sort: labels,
    title: null,
    axis: { labelAngle: labels.length > 8 ? -40 : 0, labelOverlap: true, labelLimit: 110 },
  };
  const y = {
    field: "value",
    type: "quantitative" as const,
    title: unit,
    axis: { format: isFraction ? ".0%" : "~s", tickCount: 6 },
    scale: { zero: kind === "bar", nice: true },
  };
  const color = {
    field: "series",
    type: "nominal" as const,
    scale: { range: colors },
    legend: several ? { orient: "bottom" as const, title: null } : null,
  };
  const bars = {
    mark: { type: "bar" as const, width: { band: labels.length < 4 ? 0.5 : 0.8 } },
    encoding: { x, y, color, ...(several ? { xOffset: { field: "series" } } : {}) },
  };
  const lines = { mark: { type: "line" as const, point: { size: 40 }, strokeWidth: 2 }, encoding: { x, y, color } };
  // Few bars say their figures themselves.
  const figures = {
    mark: { type: "text" as const, dy: -7, fontSize: 12 },
    encoding: { x, y, text: label(isFraction) },
  };
  const labelled = { layer: [bars, figures] };
  return {
    width: 540,
    height: 270,
    padding: 18,
    background: "white",
    title: { text: title, anchor: "start", fontSize: 16, offset: 14 },
    data: { values: points },
    ...(kind === "line" ? lines : several || points.length > 8 ? bars : labelled),
    config: { font: "Roboto", view: { stroke: null }, axis: { gridColor: "#e6e6e6", domainColor: "#888888" } },
  };
}

function label(isFraction = false) {
  return { field: "value", type: "quantitative" as const, format: isFraction ? ".1~%" : ",.10~g" };
}

function fontFiles(): string[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts", "Roboto");
  return ["Roboto-Regular.ttf", "Roboto-Medium.ttf"].map((file) => join(folder, file));
}
