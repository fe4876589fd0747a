import * as z from "zod";
import type { PhaseUse } from "#domain/work/record-use.ts";
import type { ModelUsage } from "#worker/models/create-model-runner.ts";

/** What models said and which ran while something was made. */
export const saidSchema = z.object({
  models: z.array(z.string()),
  warnings: z.array(z.string()),
  degradedReasons: z.array(z.string()),
});
export type Said = z.output<typeof saidSchema>;

/** Gathers what one run of a phase uses and has to say. */
export class PhaseCollector {
  readonly #startedAt = performance.now();
  readonly #outputByModel = new Map<string, number>();
  readonly #warnings = new Set<string>();
  readonly #degradedReasons = new Set<string>();
  #inputTokens = 0;
  #outputTokens = 0;
  #costUsd: number | null = 0;

  addUsage(usage: ModelUsage): void {
    this.#inputTokens += usage.inputTokens;
    this.#outputTokens += usage.outputTokens;
    this.#costUsd = this.#costUsd === null || usage.costUsd === null ? null : this.#costUsd + usage.costUsd;
    const written = this.#outputByModel.get(usage.modelId) ?? 0;
    this.#outputByModel.set(usage.modelId, written + usage.outputTokens);
  }

  warn(warning: string): void {
    this.#warnings.add(warning);
  }

  degrade(reason: string): void {
    this.#degradedReasons.add(reason);
  }

  /** @returns what tells all that was said since; what had been said before is said again by whoever said it */
  listen(): () => Said {
    const before = this.#said();
    const since = (now: string[], then: string[]) => now.filter((each) => !then.includes(each));
    return () => {
      const now = this.#said();
      return {
        // Each of them may have made this: the phase is to name one even where nothing is made anew.
        models: now.models,
        warnings: since(now.warnings, before.warnings),
        degradedReasons: since(now.degradedReasons, before.degradedReasons),
      };
    };
  }

  /** What was said when something was made that now is only found; it costs nothing. */
  recall({ models, warnings, degradedReasons }: Said): void {
    for (const modelId of models) this.#outputByModel.set(modelId, this.#outputByModel.get(modelId) ?? 0);
    for (const warning of warnings) this.warn(warning);
    for (const reason of degradedReasons) this.degrade(reason);
  }

  #said(): Said {
    const { warnings, degradedReasons } = this;
    return { models: [...this.#outputByModel.keys()], warnings, degradedReasons };
  }

  get warnings(): string[] {
    return [...this.#warnings];
  }

  get degradedReasons(): string[] {
    return [...this.#degradedReasons];
  }

  /** So far. Of several models the one that wrote most stands for the phase. */
  use(): Omit<PhaseUse, "unbooked"> {
    const byOutput = [...this.#outputByModel].sort(([, left], [, right]) => right - left);
    return {
      model: byOutput[0]?.[0] ?? null,
      inputTokens: this.#inputTokens,
      outputTokens: this.#outputTokens,
      costUsd: this.#costUsd,
      seconds: (performance.now() - this.#startedAt) / 1_000,
    };
  }
}
