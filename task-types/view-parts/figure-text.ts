const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2, useGrouping: "min2" });
const fine = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
const shares = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** "12,600", "2026", "3.14", "0.004213" */
export function figure(value: number): string {
  const text = value !== 0 && Math.abs(value) < 0.1 ? fine.format(value) : plain.format(value);
  return text.replace("-", "−");
}

/** "25 %" of 0.25, with its sign where it is a change. */
export function share(value: number, signed = false): string {
  const text = shares.format(Math.abs(value)).replace("%", " %");
  return value < 0 ? `−${text}` : signed && value > 0 ? `+${text}` : text;
}
