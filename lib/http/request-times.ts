import { histogram, type Series } from "#lib/http/metrics-text.ts";

/** Upper bounds in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Number.POSITIVE_INFINITY];
/** Accounts that are told apart; the requests of further ones count for the whole process alone. */
const maxAccounts = 1_000;

type Observed = { method: string; route: string; status: string; counts: number[]; sum: number };

/** Whose request it turned out to be, for the wrapper knows that and the dispatcher measures. */
const accounts = new WeakMap<Request, string>();

export function noteAccount(request: Request, accountId: string): void {
  accounts.set(request, accountId);
}

/** How long this web process took to answer, since it started: an account sees its own requests alone. */
export class RequestTimes {
  readonly #all = new Map<string, Observed>();
  readonly #byAccount = new Map<string, Map<string, Observed>>();

  /**
   * @param route its template, such as `/api/tasks/{id}`: a path would make as many series as there are tasks
   * @param seconds until the answer began; a stream goes on after that
   */
  observe(request: Request, route: string, status: number, seconds: number): void {
    const { method } = request;
    add(this.#all, method, route, String(status), seconds);
    const account = accounts.get(request);
    if (account === undefined) return;
    let own = this.#byAccount.get(account);
    if (!own) {
      if (this.#byAccount.size >= maxAccounts) return;
      own = new Map();
      this.#byAccount.set(account, own);
    }
    add(own, method, route, String(status), seconds);
  }

  /** In the Prometheus text format. */
  present(scope: { accountId: string } | "all"): string {
    const observed = scope === "all" ? this.#all : this.#byAccount.get(scope.accountId);
    const series = [...(observed?.values() ?? [])].map(toSeries);
    return histogram(
      "task_manager_http_request_duration_seconds",
      "Time until this web process began its answer",
      series,
    );
  }
}

function add(map: Map<string, Observed>, method: string, route: string, status: string, seconds: number): void {
  const key = `${method} ${route} ${status}`;
  const found = map.get(key) ?? { method, route, status, counts: bounds.map(() => 0), sum: 0 };
  map.set(key, found);
  const bucket = bounds.findIndex((le) => seconds <= le);
  found.counts[bucket] = (found.counts[bucket] ?? 0) + 1;
  found.sum += seconds;
}

function toSeries({ method, route, status, counts, sum }: Observed): Series {
  const buckets = bounds.map((le, index) => ({ le, count: counts[index] ?? 0 }));
  return { labels: { method, route, status }, buckets, sum: Number(sum.toFixed(6)) };
}

/** Of this process. */
export const requestTimes = new RequestTimes();
