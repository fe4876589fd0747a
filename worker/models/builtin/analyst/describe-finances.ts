import { writeFigure } from "#task-types/figures/write-figure.ts";
import type { FinanceInput } from "./input.ts";

/** What computed ratios and values show, in words that state nothing else. */
export function describeFinances(input: FinanceInput): string {
  return [describeValue(input), describeSensitivity(input), describeRatios(input), describeRunway(input)]
    .filter(Boolean)
    .join("\n\n");
}

function describeValue({ valuation, currency }: FinanceInput): string {
  if (!valuation) return "";
  const { rate, npv, irr, irr_note, payback_period, discounted_payback_period, profitability_index, total } = valuation;
  const money = (value: number) => writeFigure(value, "money", currency);
  const verdict =
    npv > 0
      ? "At that rate the flows are worth more than they cost."
      : npv < 0
        ? "At that rate the flows are worth less than they cost."
        : "At that rate the flows are worth exactly what they cost.";
  const sentences = [
    `At a discount rate of ${writeFigure(rate, "fraction")} per period the **net present value** is **${money(npv)}**; without discounting the flows add up to ${money(total)}. ${verdict}`,
    irr === null
      ? ""
      : `The **internal rate of return** is **${writeFigure(irr, "fraction")}**, ${irr >= rate ? "above" : "below"} the discount rate.`,
    irr_note ?? "",
    payback_period === null
      ? total < 0
        ? "The flows do not pay back the outlay."
        : ""
      : `The outlay is paid back after ${writeFigure(payback_period, "months")} periods${discounted_payback_period === null ? "; discounted, it is not paid back" : `, discounted after ${writeFigure(discounted_payback_period, "months")}`}.`,
    profitability_index === null
      ? ""
      : `Each unit of outlay brings back ${writeFigure(profitability_index, "number")} in present value.`,
  ];
  return sentences.filter(Boolean).join(" ");
}

function describeSensitivity({ sensitivity, currency }: FinanceInput): string {
  if (!sensitivity) return "";
  const { rates, changes, npv } = sensitivity;
  const lowest = npv[0]?.at(-1);
  const highest = npv.at(-1)?.[0];
  const [least, most] = [changes[0], changes.at(-1)];
  if (lowest === undefined || highest === undefined || least === undefined || most === undefined) return "";
  const money = (value: number) => writeFigure(value, "money", currency);
  const worst = `with flows ${writeFigure(Math.abs(least), "fraction")} lower and a rate of ${writeFigure(rates.at(-1) ?? 0, "fraction")} it is ${money(lowest)}`;
  const best = `with flows ${writeFigure(most, "fraction")} higher and a rate of ${writeFigure(rates[0] ?? 0, "fraction")} it is ${money(highest)}`;
  const all = npv.flat();
  const robust = all.every((value) => value > 0)
    ? " It stays positive in every case that was computed."
    : all.every((value) => value < 0)
      ? " It stays negative in every case that was computed."
      : " It changes sign within the range that was computed, so the assumptions decide.";
  return `The net present value depends on the assumptions: ${worst}; ${best}.${robust}`;
}

function describeRatios({ ratios, currency }: FinanceInput): string {
  const lines = ratios.flatMap(({ label, unit, values }) => {
    const known = values.filter((each): each is { period: string; value: number } => each.value !== null);
    const [first] = known;
    const last = known.at(-1);
    if (!first || !last) return [];
    const write = (value: number) => writeFigure(value, unit, currency);
    if (known.length === 1) return `- **${label}**: ${write(last.value)} in ${last.period}.`;
    const move = last.value > first.value ? "up from" : last.value < first.value ? "down from" : "unchanged from";
    return `- **${label}**: ${write(last.value)} in ${last.period}, ${move} ${write(first.value)} in ${first.period}.`;
  });
  return lines.length > 0 ? ["The ratios:", ...lines].join("\n") : "";
}

function describeRunway({ runway, currency }: FinanceInput): string {
  if (!runway) return "";
  const cash = writeFigure(runway.cash, "money", currency);
  if (runway.periods === null) return `Cash stands at ${cash} and is not being used up at the present pace.`;
  const burn = writeFigure(runway.burn_per_period, "money", currency);
  return `Cash stands at ${cash}. At the present pace ${burn} is used per period, so it lasts for ${writeFigure(runway.periods, "months")} periods.`;
}
