const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const ungrouped = new Intl.NumberFormat("en-US", { useGrouping: false });
const fine = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
const shares = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** "1,600", "3.14", "0.004213" */
export function figure(value: number): string {
  const text = value !== 0 && Math.abs(value) < 0.1 ? fine.format(value) : plain.format(value);
  return text.replace("-", "−");
}

/** "2026": whole numbers that all may be years are written without commas. */
export function yearFigure(value: number): string {
  return ungrouped.format(value);
}

export function mayBeYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1500 && value < 2200;
}

/** "25 %" of 0.25, with its sign where it is a change. */
export function share(value: number, signed = false): string {
  const text = shares.format(Math.abs(value)).replace("%", " %");
  return value < 0 ? `−${text}` : signed && value > 0 ? `+${text}` : text;
}
