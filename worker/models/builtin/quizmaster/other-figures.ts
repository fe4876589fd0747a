/**
 * Figures that could stand in place of one, written the same way: separators, decimals and signs stay, and years stay
 * years.
 * @param near true keeps them close to the right one, which is harder
 * @param most what none of them may pass, such as 100 for a share
 */
export function otherFigures(figure: string, near: boolean, most = Number.POSITIVE_INFINITY): string[] {
  const digits = /\d[\d.,\u00a0\u202f ]*\d|\d/.exec(figure)?.[0];
  if (!digits) return [];
  const grouped = /^\d{1,3}([.,\u00a0\u202f ]\d{3})+$/.exec(digits)?.[1]?.charAt(0) ?? null;
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
  return [...new Set(others.filter((other) => other >= 0 && other <= most).map(write))].filter(
    (text) => text !== figure,
  );
}

/** Years that could stand in place of one, of three digits too. */
export function otherYears(year: string, near: boolean): string[] {
  return yearsAround(Number(year), near).map(String);
}

export function isYear(digits: string, value = Number(digits)): boolean {
  return /^\d{4}$/.test(digits) && value >= 1000 && value <= 2100;
}

/** None lies in the future unless the right one does. */
function yearsAround(year: number, near: boolean): number[] {
  const steps = near ? [-2, 3, -5, 6, 1, -3, -7, 9, 11] : [-12, 9, 25, -31, 14, -6, -19, 4, 36];
  const latest = Math.max(year, new Date().getFullYear());
  return steps.map((step) => year + step).filter((other) => other <= latest);
}

/** "6:15" → "7:15", "6:45" … */
export function otherTimes(time: string): string[] {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const write = (hour: number, minute: number) =>
    `${time.startsWith("0") || hour > 9 ? String(hour).padStart(2, "0") : hour}:${String(minute).padStart(2, "0")}`;
  const [later, half] = [(hours + 1) % 24, (minutes + 30) % 60];
  return [write(later, minutes), write(hours, half), write(later, half), write((hours + 23) % 24, minutes)];
}

/** Rounded like the right one: beside 1,200 stands 1,500, not 1,487. */
function valuesAround(value: number, decimals: number, near: boolean): number[] {
  const factors = near ? [1.25, 0.8, 1.5, 0.6, 1.1, 0.9, 0.7, 1.35] : [2, 0.5, 3, 1.5, 0.25, 0.75, 0.4, 2.5];
  const unit = decimals > 0 ? 10 ** -decimals : Math.max(1, 10 ** (trailingZeros(value) - (value >= 1000 ? 1 : 0)));
  const scaled = factors.map((factor) => Math.round((value * factor) / unit) * unit);
  const stepped = [unit, -unit, 2 * unit, 3 * unit, -2 * unit, -3 * unit].map((step) => value + step);
  const distinct = scaled.filter((other) => other !== value && other > 0);
  return [...new Set([...distinct, ...stepped.filter((other) => other > 0)])];
}

function trailingZeros(value: number): number {
  return /0*$/.exec(String(Math.round(value)))?.[0].length ?? 0;
}
