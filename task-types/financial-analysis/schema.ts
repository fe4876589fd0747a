import * as z from "zod";
import { defineTaskType } from "#task-types/define-task-type.ts";
import { findingSchema } from "#task-types/quality/finding.ts";
import { chartSchema } from "#task-types/table-data.ts";

const amount = z.number();

/** One period's statement; the figures that are given decide which ratios can be computed. Costs are positive. */
const statementSchema = z.strictObject({
  period: z.string().trim().min(1).max(60),
  revenue: amount.optional(),
  cost_of_goods_sold: amount.optional(),
  gross_profit: amount.optional(),
  operating_expenses: amount.optional(),
  operating_income: amount.optional(),
  interest_expense: amount.optional(),
  taxes: amount.optional(),
  net_income: amount.optional(),
  cash: amount.optional(),
  receivables: amount.optional(),
  inventory: amount.optional(),
  current_assets: amount.optional(),
  total_assets: amount.optional(),
  current_liabilities: amount.optional(),
  total_liabilities: amount.optional(),
  total_debt: amount.optional(),
  equity: amount.optional(),
  operating_cash_flow: amount.optional(),
  capital_expenditure: amount.optional(),
});
export type Statement = z.output<typeof statementSchema>;

const ratioSchema = z.object({
  name: z.string(),
  label: z.string(),
  /** `fraction` is shown as a percentage, `multiple` as 1.5 ×, `months` and `money` as they are. */
  unit: z.enum(["fraction", "multiple", "months", "money"]),
  formula: z.string(),
  values: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
});
export type Ratio = z.output<typeof ratioSchema>;

export const financialAnalysis = defineTaskType({
  name: "financial_analysis",
  label: "Financial analysis",
  description: "Ratios, margins, net present value, internal rate of return, runway and sensitivity, all computed.",
  request: z.strictObject({
    statements: z
      .array(statementSchema)
      .min(1)
      .max(120)
      .optional()
      .meta({ title: "Statements", description: "One for each period, oldest first; costs as positive numbers." }),
    cash_flows: z
      .array(amount)
      .min(1)
      .max(600)
      .optional()
      .meta({ title: "Cash flows", description: "The first falls at t = 0; money paid out is negative." }),
    rate: z.number().gt(-1).max(10).optional().meta({
      title: "Discount rate",
      description: "A fraction for each period: 0.08 is 8 %. 0.1 is taken when left out.",
    }),
    currency: z
      .string()
      .trim()
      .regex(/^[A-Za-z]{3}$/, "must be a code of three letters such as EUR")
      .default("USD")
      .meta({ title: "Currency" }),
    time_period: z
      .string()
      .trim()
      .max(100)
      .optional()
      .meta({ title: "Period", description: "Such as month, or 2024 to 2026." }),
  }),
  result: z.object({
    currency: z.string(),
    ratios: z.array(ratioSchema),
    valuation: z
      .object({
        rate: z.number(),
        npv: z.number(),
        /** A fraction; null where the flows have none, with the reason beside it. */
        irr: z.number().nullable(),
        irr_note: z.string().nullable(),
        payback_period: z.number().nullable(),
        discounted_payback_period: z.number().nullable(),
        profitability_index: z.number().nullable(),
        total: z.number(),
      })
      .nullable(),
    runway: z.object({ cash: z.number(), burn_per_period: z.number(), periods: z.number().nullable() }).nullable(),
    sensitivity: z
      .object({
        rates: z.array(z.number()),
        /** How far the flows after the first differ from the plan: −0.2 is 20 % less. */
        changes: z.array(z.number()),
        /** A row for each change, a column for each rate. */
        npv: z.array(z.array(z.number())),
      })
      .nullable(),
    charts: z.array(chartSchema),
    narrative: z.string(),
    quality_score: z.number().min(1).max(10),
    qa_feedback: z.array(findingSchema),
  }),
  phases: [
    { name: "compute", label: "Computing", model: null },
    { name: "creative", label: "Describing", model: "text", builtin: "analyst" },
    { name: "qa", label: "Checking every figure", model: null },
    { name: "format", label: "Drawing charts", model: null },
  ],
  blocks: {
    list: null,
    noun: ["passage", "passages"],
    from: ["creative"],
    keeps: ["format"],
    derived: ["narrative", "quality_score", "qa_feedback"],
  },
  requiresApproval: false,
  attempts: 3,
  timeoutMinutes: 15,
  refine: ({ request }) =>
    request.statements || request.cash_flows
      ? []
      : [{ path: "statements", message: "statements or cash_flows must be given" }],
  title: (request) =>
    request.cash_flows
      ? `Valuation of ${request.cash_flows.length} cash flows`
      : `Analysis of ${request.statements?.length ?? 0} statements`,
  example: {
    cash_flows: [-70000, 12000, 15000, 18000, 21000, 26000],
    rate: 0.08,
    currency: "EUR",
    time_period: "year",
  },
});
