/** Labels of one sample, in the order in which they are written. */
type Labels = Record<string, string>;
export type Sample = { labels: Labels; value: number };
export type Bucket = { le: number; count: number };

/** Media type of the Prometheus text format, version 0.0.4. */
export const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** One metric in the Prometheus text format (prometheus.io, "Exposition formats"). */
export function metric(name: string, type: "counter" | "gauge", help: string, samples: Sample[]): string {
  const lines = samples.map(({ labels, value }) => `${name}${braces(labels)} ${value}`);
  return [...head(name, type, help), ...lines, ""].join("\n");
}

export type Series = {
  labels: Labels;
  /** By rising bounds, the last Infinity; each counts what fell into it alone. */
  buckets: Bucket[];
  sum: number;
};

/** A histogram: its buckets are written cumulatively, as the format wants them. */
export function histogram(name: string, help: string, series: Series[]): string {
  const lines = series.flatMap(({ labels, buckets, sum }) => {
    let total = 0;
    const counted = buckets.map(({ le, count }) => {
      total += count;
      return `${name}_bucket${braces({ ...labels, le: bound(le) })} ${total}`;
    });
    return [...counted, `${name}_sum${braces(labels)} ${sum}`, `${name}_count${braces(labels)} ${total}`];
  });
  return [...head(name, "histogram", help), ...lines, ""].join("\n");
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`, `# TYPE ${name} ${type}`];
}

function braces(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${quoted(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

function quoted(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

/** `1.0`, as inference-task-manager.md writes it and Prometheus's own clients do. */
function bound(le: number): string {
  if (le === Number.POSITIVE_INFINITY) return "+Inf";
  return Number.isInteger(le) ? le.toFixed(1) : String(le);
}
