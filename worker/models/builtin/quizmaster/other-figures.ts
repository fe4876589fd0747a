/**
 * Figures that could stand in place of one, written the same way: separators, decimals and signs stay, and years stay
 * years.
 * @param near true keeps them close to the right one, which is harder
 */
export function otherFigures(figure: string, near: boolean): string[] {
  const digits = /\d[\d.,]*\d|\d/.exec(figure)?.[0];
  if (!digits) return [];
  const grouped = /^\d{1,3}([.,]\d{3})+$/.exec(digits)?.[1]?.charAt(0) ?? null;
  const decimals = grouped ? 0 : (/[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0);
  const mark = decimals > 0 && digits.includes(",") ? "," : ".";
  const value = Number(grouped ? digits.replaceAll(grouped, "") : digits.replace(",", "."));
  if (!Number.isFinite(value)) return [];
  const write = (other: number) => {
    const plain = other.toFixed(decimals).replace(".", mark);
    const text = grouped ? plain.replace(/\B(?=(\d{3})+(?!\d))/g, grouped) : plain;
    return figure.replace(digits, text);
  };
  const others = isYear(digits, value) ? yearsAround(value, near) : valuesAround(value, decimals, near);
  return [...new Set(others.filter((other) => other >= 0).map(write))].filter((text) => text !== figure);
}

export function isYear(digits: string, value = Number(digits)): boolean {
  return /^\d{4}$/.test(digits) && value >= 1000 && value <= 2100;
}

function yearsAround(year: number, near: boolean): number[] {
  const steps = near ? [-2, 3, -5, 6, 1] : [-12, 9, 25, -31, 14];
  return steps.map((step) => year + step);
}

/** Rounded like the right one: beside 1,200 stands 1,500, not 1,487. */
function valuesAround(value: number, decimals: number, near: boolean): number[] {
  const factors = near ? [1.25, 0.8, 1.5, 0.6, 1.1] : [2, 0.5, 3, 1.5, 0.25];
  const unit = decimals > 0 ? 10 ** -decimals : Math.max(1, 10 ** (trailingZeros(value) - (value >= 1000 ? 1 : 0)));
  const scaled = factors.map((factor) => Math.round((value * factor) / unit) * unit);
  const stepped = [unit, -unit, 2 * unit, 3 * unit, -2 * unit].map((step) => value + step);
  const distinct = scaled.filter((other) => other !== value && other > 0);
  return [...new Set([...distinct, ...stepped.filter((other) => other > 0)])];
}

function trailingZeros(value: number): number {
  return /0*$/.exec(String(Math.round(value)))?.[0].length ?? 0;
}
