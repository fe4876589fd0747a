import { LeaseLost } from "#domain/work/lease.ts";
import type { HeldLease } from "#domain/workers/register-worker.ts";

/** The tasks that this process runs, by lease, and the switch that stops each. */
export class HeldTasks {
  readonly #controllers = new Map<string, AbortController>();
  #unknown = new Set<string>();

  get count(): number {
    return this.#controllers.size;
  }

  take(leaseId: string): AbortController {
    const controller = new AbortController();
    this.#controllers.set(leaseId, controller);
    return controller;
  }

  release(leaseId: string): void {
    this.#controllers.delete(leaseId);
  }

  abortAll(reason: Error): void {
    for (const controller of this.#controllers.values()) controller.abort(reason);
  }

  /**
   * Compares with what the database says is held, and stops what is not.
   * @param read reads the leases; only those that were taken before it began are judged by its answer
   * @returns leases that no one here has known for two readings: the answers to their claims got lost
   */
  async compare(read: () => Promise<HeldLease[]>): Promise<HeldLease[]> {
    const before = [...this.#controllers.keys()];
    const held = await read();
    const ids = new Set(held.map(({ leaseId }) => leaseId));
    for (const leaseId of before) {
      if (!ids.has(leaseId)) this.#controllers.get(leaseId)?.abort(new LeaseLost());
    }
    const unknown = held.filter(({ leaseId }) => !this.#controllers.has(leaseId));
    const orphans = unknown.filter(({ leaseId }) => this.#unknown.has(leaseId));
    this.#unknown = new Set(unknown.map(({ leaseId }) => leaseId));
    return orphans;
  }
}
