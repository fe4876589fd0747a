/** How a value is meant: 0.125 as a fraction reads 12.5 %. */
export type FigureUnit = "fraction" | "multiple" | "months" | "money" | "number";

/** A value as a text shows it. The checks read it back, so nothing else may write figures into narratives. */
export function writeFigure(value: number, unit: FigureUnit, currency = ""): string {
  if (unit === "fraction") return `${decimal(value * 100, 1)} %`;
  if (unit === "multiple") return `${decimal(value, 2)} ×`;
  if (unit === "months") return decimal(value, 1);
  const digits = Math.abs(value) >= 10_000 ? 0 : 2;
  return unit === "money" && currency ? `${currency} ${decimal(value, digits)}` : decimal(value, digits);
}

function decimal(value: number, digits: number): string {
  // A minus sign of its own; a rounded nothing has none.
  const text = new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
