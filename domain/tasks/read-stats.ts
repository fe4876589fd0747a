import { type DayRow, type KindRow, type ShareRow, selectDays, selectKinds, selectShares } from "#db/queries/stats.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { Stats } from "#lib/contract/stats.ts";

const shownGroups = 6;
const dayMs = 24 * 3600_000;

/**
 * What the overview draws: the account's last days, one row each (UTC), days without anything included; their tasks by
 * type and model; what waits now for whoever asks: neither snoozed nor already approved by them.
 */
export async function readStats(ctx: Ctx, days: number): Promise<Stats> {
  requireScope(ctx, "tasks:read");
  const { accountId, userId } = ctx.actor;
  const since = new Date(Math.floor(Date.now() / dayMs) * dayMs - (days - 1) * dayMs);
  const waits = { statuses: ["awaiting_approval" as const], snoozed: false, ...(userId && { notApprovedBy: userId }) };
  const [rows, shares, waiting] = await inAccount(ctx, (tx) =>
    Promise.all([
      selectDays(tx, accountId, since),
      selectShares(tx, accountId, since),
      selectKinds(tx, accountId, waits),
    ]),
  );
  const byDate = new Map(rows.map((row) => [row.date, row]));
  const dates = Array.from({ length: days }, (_, day) => new Date(since.getTime() + day * dayMs));
  const series = dates.map((date) => toDay(date.toISOString().slice(0, 10), byDate));
  return {
    days: series,
    types: shares.flatMap((row) => (row.task_type === null ? [] : { task_type: row.task_type, ...share(row) })),
    models: shares.flatMap((row) => (row.model === null ? [] : { model: row.model, ...share(row) })),
    waiting: {
      types: waiting.flatMap((row) => (row.task_type === null ? [] : counted(row.task_type, row))),
      groups: waiting.flatMap((row) => (row.group === null ? [] : counted(row.group, row))).slice(0, shownGroups),
    },
    ...summarise(byDate.get(null)),
    cost_today: series.at(-1)?.cost ?? 0,
  };
}

function toDay(date: string, rows: ReadonlyMap<string | null, DayRow>): Stats["days"][number] {
  const row = rows.get(date);
  return {
    date,
    created: Number(row?.created ?? 0),
    approved: Number(row?.approved ?? 0),
    rejected: Number(row?.rejected ?? 0),
    completed: Number(row?.made ?? 0),
    cost: Number(row?.cost ?? 0),
    quality: rounded(row?.quality, 2),
  };
}

function share({ tasks, cost, quality }: ShareRow) {
  return { tasks: Number(tasks), cost: Number(cost), quality: rounded(quality, 2) };
}

function counted(name: string, { count }: KindRow) {
  return { name, count: Number(count) };
}

function summarise(all: DayRow | undefined) {
  const [approvals, refusals] = [Number(all?.approved ?? 0), Number(all?.rejected ?? 0)];
  const totals = {
    completed: Number(all?.made ?? 0),
    scored: Number(all?.scored ?? 0),
    decided: Number(all?.decided_tasks ?? 0),
    approved: Number(all?.approved_tasks ?? 0),
    cost: Number(all?.cost ?? 0),
  };
  return {
    totals,
    approval_rate: approvals + refusals > 0 ? round(approvals / (approvals + refusals), 4) : null,
    average_quality: rounded(all?.quality, 2),
    cost_per_approved: totals.approved > 0 ? round(totals.cost / totals.approved, 6) : null,
  };
}

function rounded(value: string | number | null | undefined, digits: number): number | null {
  return value === null || value === undefined ? null : round(Number(value), digits);
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
