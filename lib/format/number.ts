const grouped = new Intl.NumberFormat("en-US");
const cents = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const mills = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 3 });

/** "1,204" */
export function count(value: number): string {
  return grouped.format(value);
}

/** "1,204"; "10,000+" of what was counted no further than `most`. */
export function countUpTo(value: number, most: number): string {
  return value > most ? `${count(most)}+` : count(value);
}

/** "$1.20", "$0.031"; under a cent in full: "$0.0042". Nothing spent is "$0". */
export function money(dollars: number): string {
  if (dollars === 0) return "$0";
  if (Math.abs(dollars) >= 1) return cents.format(dollars);
  if (Math.abs(dollars) >= 0.01) return mills.format(dollars);
  return `$${Number(dollars.toPrecision(2)).toLocaleString("en-US", { maximumFractionDigits: 8 })}`;
}

/** "82 %" of a share between 0 and 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "7.4" */
export function score(value: number): string {
  return value.toFixed(1);
}

export function plural(amount: number, one: string, many = `${one}s`): string {
  return `${count(amount)} ${amount === 1 ? one : many}`;
}
