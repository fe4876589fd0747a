import {
  type CreatedRow,
  type DecidedRow,
  type KindRow,
  type MadeRow,
  type SpentRow,
  selectCreated,
  selectDecided,
  selectKinds,
  selectMade,
  selectSpent,
} from "#db/queries/stats.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import type { Stats } from "#lib/contract/stats.ts";
import { reuseDear } from "#lib/reuse-dear.ts";

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
  const [{ created, made, decided, spent }, waiting] = await Promise.all([
    reusedSums(`${accountId} ${since.toISOString()}`, () => readSums(ctx, { accountId, since })),
    reusedKinds(`${accountId} ${userId}`, () => inAccount(ctx, (tx) => selectKinds(tx, accountId, waits))),
  ]);
  const of = <Kind extends CreatedRow["kind"]>(kind: Kind) => created.filter((row) => row.kind === kind);
  const rowsOf = (date: string | null, ofDate: CreatedRow | undefined) => ({
    created: ofDate,
    made: made.find((row) => row.date === date)?.made,
    decided: decided.find((row) => row.date === date),
    spent: spent.find((row) => row.date === date),
  });
  const dates = Array.from({ length: days }, (_, day) =>
    new Date(since.getTime() + day * dayMs).toISOString().slice(0, 10),
  );
  const series = dates.map((date) =>
    toDay(
      date,
      rowsOf(
        date,
        of("day").find((row) => row.date === date),
      ),
    ),
  );
  return {
    days: series,
    types: of("type").map((row) => ({ task_type: row.task_type ?? "", ...share(row) })),
    models: of("model").flatMap((row) => (row.model === null ? [] : { model: row.model, ...share(row) })),
    waiting: {
      types: waiting.flatMap((row) => (row.task_type === null ? [] : counted(row.task_type, row))),
      groups: waiting.flatMap((row) => (row.group === null ? [] : counted(row.group, row))).slice(0, shownGroups),
    },
    ...summarise(rowsOf(null, of("all")[0])),
    cost_today: series.at(-1)?.cost ?? 0,
  };
}

type Sums = { created: CreatedRow[]; made: MadeRow[]; decided: DecidedRow[]; spent: SpentRow[] };

/** With hundreds of thousands of tasks in these days it takes seconds, and the overview asks whenever something happens. */
const reusedSums = reuseDear<Sums>();
const reusedKinds = reuseDear<KindRow[]>();

function readSums(ctx: Ctx, given: { accountId: string; since: Date }): Promise<Sums> {
  return inAccount(ctx, async (tx) => {
    const [created, made, decided, spent] = await Promise.all([
      selectCreated(tx, given),
      selectMade(tx, given),
      selectDecided(tx, given),
      selectSpent(tx, given),
    ]);
    return { created, made, decided, spent };
  });
}

type Rows = {
  created: CreatedRow | undefined;
  made: string | undefined;
  decided: DecidedRow | undefined;
  spent: SpentRow | undefined;
};

function toDay(date: string, { created, made, decided, spent }: Rows): Stats["days"][number] {
  return {
    date,
    created: Number(created?.tasks ?? 0),
    approved: Number(decided?.approved ?? 0),
    rejected: Number(decided?.rejected ?? 0),
    completed: Number(made ?? 0),
    cost: Number(spent?.cost ?? 0),
    quality: rounded(created?.quality, 2),
  };
}

function share({ tasks, cost, quality }: CreatedRow) {
  return { tasks: Number(tasks), cost: Number(cost), quality: rounded(quality, 2) };
}

function counted(name: string, { count }: KindRow) {
  return { name, count: Number(count) };
}

function summarise({ created, made, decided, spent }: Rows) {
  const [approvals, refusals] = [Number(decided?.approved ?? 0), Number(decided?.rejected ?? 0)];
  const totals = {
    completed: Number(made ?? 0),
    scored: Number(created?.scored ?? 0),
    decided: Number(decided?.decided_tasks ?? 0),
    approved: Number(decided?.approved_tasks ?? 0),
    cost: Number(spent?.cost ?? 0),
  };
  return {
    totals,
    approval_rate: approvals + refusals > 0 ? round(approvals / (approvals + refusals), 4) : null,
    average_quality: rounded(created?.quality, 2),
    cost_per_approved: totals.approved > 0 ? round(totals.cost / totals.approved, 6) : null,
  };
}

function rounded(value: string | null | undefined, digits: number): number | null {
  return value === null || value === undefined ? null : round(Number(value), digits);
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
