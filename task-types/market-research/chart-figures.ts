import type { Chart, ChartPoint } from "#task-types/charts/draw-chart.ts";
import type { Material } from "#task-types/material/research-material.ts";
import { numbersIn } from "#task-types/text/numbers.ts";
import type { Report } from "./report.ts";

/**
 * Charts of what the sources say: figures with the same unit that stand in one column for at least two competitors; where
 * there are none, how often the sources name each competitor or theme.
 */
export function chartsOf({ comparison, working_draft }: Report, { facts }: Material, code: string): Chart[] {
  if (working_draft || facts.length === 0) return [];
  const charts = comparison.columns.flatMap((column, index) => {
    const found = comparison.rows.flatMap(({ name, cells }) => {
      const text = cells[index]?.text;
      return text ? figuresIn(text, code).map((figure) => ({ name, ...figure })) : [];
    });
    return chartOf(column, found);
  });
  if (charts.length > 0) return charts.slice(0, 4);
  // Nothing to compare in figures: what the sources speak of at all.
  const counted = mentions(
    comparison.rows.map(({ name }) => name),
    facts,
  );
  return counted.points.filter(({ value }) => value > 0).length > 1 ? [counted] : [];
}

type Figure = { name: string; unit: string; value: number };

function chartOf(column: string, found: Figure[]): Chart[] {
  const units = [...new Set(found.map(({ unit }) => unit))];
  const best = units
    .map((unit) => ({ unit, points: pointsOf(found.filter((figure) => figure.unit === unit)) }))
    .sort((left, right) => right.points.length - left.points.length)[0];
  if (!best || best.points.length < 2) return [];
  return [{ title: column, kind: "bar", unit: best.unit, points: best.points }];
}

/** One figure for each name: with several, nobody could tell which one is meant. */
function pointsOf(figures: Figure[]): ChartPoint[] {
  const names = [...new Set(figures.map(({ name }) => name))];
  return names.flatMap((name) => {
    const own = figures.filter((figure) => figure.name === name);
    return own.length === 1 && own[0] ? [{ label: name, series: "value", value: own[0].value }] : [];
  });
}

/** Figures with what they count: "42 berths", "EUR 30", "12 %". Years are none. */
function figuresIn(text: string, code: string): { unit: string; value: number }[] {
  return numbersIn(text, code).flatMap(({ text: figure, value }) => {
    const at = text.indexOf(figure);
    const after = /^\s*(%|per cent|percent|\p{L}+)/u.exec(text.slice(at + figure.length))?.[1]?.toLowerCase();
    const before = /([$€£]|\b[A-Z]{3})\s*$/.exec(text.slice(0, at))?.[1];
    const unit = before ?? after;
    const isYear =
      /^(19|20)\d\d$/.test(figure) && !before && !["kroner", "euros", "dollars", "km", "units"].includes(after ?? "");
    return unit && !isYear ? [{ unit, value }] : [];
  });
}

function mentions(names: string[], facts: Material["facts"]): Chart {
  const labels = names.length > 0 ? names : [...new Set(facts.map(({ theme }) => theme))].slice(0, 8);
  const points = labels.map((label) => ({
    label,
    series: "statements",
    value: facts.filter(({ quote, theme }) =>
      names.length > 0 ? quote.toLowerCase().includes(label.toLowerCase()) : theme === label,
    ).length,
  }));
  return {
    title: names.length > 0 ? "Statements in the sources that name each" : "Statements in the sources by theme",
    kind: "bar",
    unit: "statements",
    points,
  };
}
