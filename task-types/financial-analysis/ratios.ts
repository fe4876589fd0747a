import { tidy } from "#task-types/business-analytics/measure.ts";
import type { Ratio, Statement } from "./schema.ts";

type Value = number | null;
type RatioDefinition = Omit<Ratio, "values"> & { of: (statement: Statement, before: Statement | undefined) => Value };

const grossProfit = (s: Statement) => s.gross_profit ?? difference(s.revenue, s.cost_of_goods_sold);
const operatingIncome = (s: Statement) =>
  s.operating_income ?? difference(grossProfit(s) ?? undefined, s.operating_expenses);
const freeCashFlow = (s: Statement) => difference(s.operating_cash_flow, s.capital_expenditure);

/** The usual ratios (White, Sondhi and Fried, The Analysis and Use of Financial Statements), on end-of-period figures. */
const definitions: RatioDefinition[] = [
  {
    name: "revenue_growth",
    label: "Revenue growth",
    unit: "fraction",
    formula: "revenue ÷ previous revenue − 1",
    of: (s, before) => growth(s.revenue, before?.revenue),
  },
  {
    name: "gross_margin",
    label: "Gross margin",
    unit: "fraction",
    formula: "gross profit ÷ revenue",
    of: (s) => quotient(grossProfit(s), s.revenue),
  },
  {
    name: "operating_margin",
    label: "Operating margin",
    unit: "fraction",
    formula: "operating income ÷ revenue",
    of: (s) => quotient(operatingIncome(s), s.revenue),
  },
  {
    name: "net_margin",
    label: "Net margin",
    unit: "fraction",
    formula: "net income ÷ revenue",
    of: (s) => quotient(s.net_income, s.revenue),
  },
  {
    name: "return_on_assets",
    label: "Return on assets",
    unit: "fraction",
    formula: "net income ÷ total assets",
    of: (s) => quotient(s.net_income, s.total_assets),
  },
  {
    name: "return_on_equity",
    label: "Return on equity",
    unit: "fraction",
    formula: "net income ÷ equity",
    of: (s) => quotient(s.net_income, positive(s.equity)),
  },
  {
    name: "current_ratio",
    label: "Current ratio",
    unit: "multiple",
    formula: "current assets ÷ current liabilities",
    of: (s) => quotient(s.current_assets, s.current_liabilities),
  },
  {
    name: "quick_ratio",
    label: "Quick ratio",
    unit: "multiple",
    formula: "(current assets − inventory) ÷ current liabilities",
    of: (s) => quotient(difference(s.current_assets, s.inventory), s.current_liabilities),
  },
  {
    name: "cash_ratio",
    label: "Cash ratio",
    unit: "multiple",
    formula: "cash ÷ current liabilities",
    of: (s) => quotient(s.cash, s.current_liabilities),
  },
  {
    name: "debt_to_equity",
    label: "Debt to equity",
    unit: "multiple",
    formula: "total debt ÷ equity",
    of: (s) => quotient(s.total_debt, positive(s.equity)),
  },
  {
    name: "liabilities_to_assets",
    label: "Liabilities to assets",
    unit: "fraction",
    formula: "total liabilities ÷ total assets",
    of: (s) => quotient(s.total_liabilities, s.total_assets),
  },
  {
    name: "interest_coverage",
    label: "Interest coverage",
    unit: "multiple",
    formula: "operating income ÷ interest expense",
    of: (s) => quotient(operatingIncome(s), s.interest_expense),
  },
  {
    name: "asset_turnover",
    label: "Asset turnover",
    unit: "multiple",
    formula: "revenue ÷ total assets",
    of: (s) => quotient(s.revenue, s.total_assets),
  },
  {
    name: "free_cash_flow",
    label: "Free cash flow",
    unit: "money",
    formula: "operating cash flow − capital expenditure",
    of: freeCashFlow,
  },
];

/** Every ratio that the statements hold the figures for; null in periods that do not. */
export function computeRatios(statements: readonly Statement[]): Ratio[] {
  return definitions.flatMap(({ of, ...named }) => {
    const values = statements.map((statement, index) => ({
      period: statement.period,
      value: of(statement, statements[index - 1]),
    }));
    return values.some(({ value }) => value !== null) ? [{ ...named, values }] : [];
  });
}

/** How long the cash lasts at the pace of the last three periods; null without the figures for it. */
export function computeRunway(statements: readonly Statement[]) {
  const cash = statements.at(-1)?.cash;
  if (cash === undefined) return null;
  const flows = statements.slice(-3).flatMap((s) => freeCashFlow(s) ?? s.operating_cash_flow ?? s.net_income ?? []);
  if (flows.length === 0) return null;
  const burn = tidy(-flows.reduce((sum, flow) => sum + flow, 0) / flows.length);
  return { cash, burn_per_period: burn, periods: burn > 0 ? tidy(cash / burn) : null };
}

function quotient(above: number | null | undefined, below: number | undefined): Value {
  return above === null || above === undefined || !below ? null : tidy(above / below);
}

/** A loss over negative equity would read as a gain. */
function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

/** Names the periods whose ratios to equity mean nothing; empty where there are none. */
export function equityWarnings(statements: readonly Statement[]): string[] {
  const periods = statements.flatMap(({ equity, period }) => (equity !== undefined && equity <= 0 ? [period] : []));
  if (periods.length === 0) return [];
  return [
    `Equity is not positive in ${periods.join(", ")}: return on equity and debt to equity mean nothing there and were left out.`,
  ];
}

function difference(from: number | undefined, less: number | undefined): Value {
  return from === undefined || less === undefined ? null : tidy(from - less);
}

function growth(now: number | undefined, before: number | undefined): Value {
  return now === undefined || before === undefined || before <= 0 ? null : tidy((now - before) / before);
}
