import type { PhaseUse } from "#domain/work/save-phase.ts";
import type { ModelUsage } from "#worker/models/create-model-runner.ts";

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

  get warnings(): string[] {
    return [...this.#warnings];
  }

  get degradedReasons(): string[] {
    return [...this.#degradedReasons];
  }

  /** So far. Of several models the one that wrote most stands for the phase. */
  use(): PhaseUse {
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
