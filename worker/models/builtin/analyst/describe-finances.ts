import { writeFigure } from "#task-types/figures/write-figure.ts";
import type { FinanceInput } from "./input.ts";

/** What computed ratios and values show, in words that state nothing else. */
export function describeFinances(input: FinanceInput): string {
  return [describeValue(input), describeSensitivity(input), describeRatios(input), describeRunway(input)]
    .filter(Boolean)
    .join("\n\n");
}

function describeValue(input: FinanceInput): string {
  if (!input.valuation) return "";
  const { rate, npv, total, profitability_index } = input.valuation;
  const money = (value: number) => writeFigure(value, "money", input.currency);
  const verdict =
    npv > 0
      ? "At that rate the flows add value."
      : npv < 0
        ? "At that rate the flows lose value."
        : "At that rate the flows neither add nor lose value.";
  const sentences = [
    `At a discount rate of ${writeFigure(rate, "fraction")} per ${unitOf(input)} the **net present value** is **${money(npv)}**; without discounting the flows add up to ${money(total)}. ${verdict}`,
    describeRate(input.valuation),
    describePayback(input),
    profitability_index === null
      ? ""
      : `Each unit of outlay brings back ${writeFigure(profitability_index, "number")} in present value.`,
  ];
  return sentences.filter(Boolean).join(" ");
}

function describeRate({ irr, irr_note, rate }: NonNullable<FinanceInput["valuation"]>): string {
  if (irr === null) return irr_note ?? "";
  const side = Math.abs(irr - rate) < 1e-9 ? "equal to" : irr > rate ? "above" : "below";
  const stated = `The **internal rate of return** is **${writeFigure(irr, "fraction")}**, ${side} the discount rate.`;
  return irr_note ? `${stated} ${irr_note}` : stated;
}

function describePayback({ valuation, time_period, ...rest }: FinanceInput): string {
  if (!valuation) return "";
  const { payback_period, discounted_payback_period, total } = valuation;
  if (payback_period === null) return total < 0 ? "The flows do not pay back what is put in." : "";
  const units = `${unitOf({ ...rest, valuation, time_period })}s`;
  const discounted =
    discounted_payback_period === null
      ? "; discounted, it is not paid back"
      : `, discounted after ${writeFigure(discounted_payback_period, "months")}`;
  return `The outlay is paid back after ${writeFigure(payback_period, "months")} ${units}${discounted}.`;
}

/** What one step of the flows is called. */
function unitOf({ time_period }: FinanceInput): string {
  return /^(year|quarter|month|week|day)(?:s|ly)?$/i.exec(time_period?.trim() ?? "")?.[1]?.toLowerCase() ?? "period";
}

function describeSensitivity({ sensitivity, currency }: FinanceInput): string {
  if (!sensitivity) return "";
  const { rates, changes, npv } = sensitivity;
  const all = npv.flatMap((row, at) => row.map((value, index) => ({ value, rate: rates[index], change: changes[at] })));
  const [lowest] = all.toSorted((left, right) => left.value - right.value);
  const [highest] = all.toSorted((left, right) => right.value - left.value);
  if (!lowest || !highest || all.length < 2) return "";
  const where = ({ value, rate = 0, change = 0 }: typeof lowest) => {
    const flows =
      change === 0
        ? "as planned"
        : `${writeFigure(Math.abs(change), "fraction")} ${change > 0 ? "larger" : "smaller"} than planned`;
    return `${writeFigure(value, "money", currency)} at a rate of ${writeFigure(rate, "fraction")} with all flows after the first ${flows}`;
  };
  const robust =
    lowest.value > 0
      ? "It stays positive in every case that was computed."
      : highest.value < 0
        ? "It stays negative in every case that was computed."
        : "It changes sign within that range, so the assumptions decide.";
  return `The net present value depends on the assumptions: from ${where(lowest)} to ${where(highest)}. ${robust}`;
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

function describeRunway(input: FinanceInput): string {
  const { runway, currency } = input;
  if (!runway) return "";
  const cash = writeFigure(runway.cash, "money", currency);
  if (runway.periods === null) return `Cash stands at ${cash} and is not being used up at the present pace.`;
  const burn = writeFigure(runway.burn_per_period, "money", currency);
  return `Cash stands at ${cash}. At the present pace ${burn} is used per ${unitOf(input)}, so it lasts for ${writeFigure(runway.periods, "months")} ${unitOf(input)}s.`;
}
