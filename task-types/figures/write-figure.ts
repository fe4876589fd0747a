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

/** A value in the unit that its table gives: "€1,234.50", "USD 300", "12.5 %", "95 kr". */
export function writeAmount(value: number, unit: string | null): string {
  if (unit === null) return writeFigure(value, "number");
  const isMoney = unit !== "%";
  const size = Math.abs(value);
  const digits = isMoney && size >= 1e6 ? 0 : 2;
  const least = isMoney && digits > 0 && !Number.isInteger(Number(size.toFixed(2))) ? 2 : 0;
  const text = new Intl.NumberFormat("en", { minimumFractionDigits: least, maximumFractionDigits: digits }).format(
    size,
  );
  const signed = value < 0 && /[1-9]/.test(text) ? "−" : "";
  if (/^[$€£¥₹₽₩₺]$/.test(unit)) return `${signed}${unit}${text}`;
  return /^[A-Z]{3}$/.test(unit) ? `${unit} ${signed}${text}` : `${signed}${text} ${unit}`;
}

function decimal(value: number, digits: number): string {
  // A minus sign of its own; a rounded nothing has none.
  const text = new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
