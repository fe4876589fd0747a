import type { TaskRow } from "#db/schema/tasks.ts";
import type { Ctx } from "#domain/context.ts";
import { bookingOf, type ModelUse } from "#domain/work/book-use.ts";
import { log } from "#lib/log.ts";
import type { ModelUsage } from "#worker/models/create-model-runner.ts";
import { untilDatabaseIsBack } from "#worker/until-database-is-back.ts";

/** An answer is counted whatever ends the attempt meanwhile. */
const never = new AbortController().signal;

/**
 * Sees to it that each answer of a model is counted once: a paid one before anyone is given it, so that a worker that dies
 * takes nothing off the bill; those that cost nothing with the end of their phase.
 */
export class BookKeeper {
  readonly #ctx: Ctx;
  readonly #task: TaskRow;
  #phase = { id: "", name: "" };
  #unbooked: ModelUse[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(ctx: Ctx, task: TaskRow) {
    this.#ctx = ctx;
    this.#task = task;
  }

  /** What is booked from now on belongs to this phase. */
  open(phase: { id: string; name: string }): void {
    this.#phase = phase;
  }

  /** Settles once the answer may be handed on. */
  async book({ modelId, inputTokens, outputTokens, costUsd }: ModelUsage): Promise<void> {
    const use = { model: modelId, inputTokens, outputTokens, costUsd };
    if (costUsd === 0) {
      this.#unbooked.push(use);
      return;
    }
    const written = this.#write([use]);
    this.#writing = Promise.all([this.#writing, written]).then(() => {});
    await written;
  }

  /** What is left to be counted with the end of the phase, once nothing is being written any more. */
  async close(): Promise<ModelUse[]> {
    await this.#writing;
    return this.#unbooked.splice(0);
  }

  /** The same at once, where the task is someone else's by now: no end of the phase will be saved from here. */
  async bookRest(): Promise<void> {
    const rest = await this.close();
    if (rest.length > 0) await this.#write(rest);
  }

  /** What cannot be written stays to be counted later. */
  #write(uses: ModelUse[]): Promise<void> {
    const phase = this.#phase;
    const write = bookingOf(this.#ctx, this.#task, phase, uses);
    return untilDatabaseIsBack(never, write).catch((error: unknown) => {
      const facts = { task_id: this.#task.id, phase: phase.name, models: uses.map(({ model }) => model) };
      log.error(
        { err: error, ...facts, cost: uses.map(({ costUsd }) => costUsd) },
        "Answers could not be counted yet.",
      );
      this.#unbooked.push(...uses);
    });
  }
}
