import { parseModelId } from "./providers.ts";

export type Price = {
  /** US dollars per million tokens; null for models that are not billed by token. */
  inputPerMillion: number | null;
  outputPerMillion: number | null;
  /** US dollars per image; null for models that are not billed by image. */
  perImage: number | null;
};

/** Prices below are as known on this day; what providers bill now may differ. */
export const pricesAsOf = "2025-11-30";

const perToken = (input: number, output: number): Price => ({
  inputPerMillion: input,
  outputPerMillion: output,
  perImage: null,
});
const perImage = (price: number): Price => ({ inputPerMillion: null, outputPerMillion: null, perImage: price });

/** List prices, without discounts for caching or batches. A model that is not here has an unknown price, not 0. */
const priceList: Record<string, Price> = {
  "openai/gpt-5": perToken(1.25, 10),
  "openai/gpt-5-mini": perToken(0.25, 2),
  "openai/gpt-5-nano": perToken(0.05, 0.4),
  "openai/gpt-4.1": perToken(2, 8),
  "openai/gpt-4.1-mini": perToken(0.4, 1.6),
  "openai/gpt-4.1-nano": perToken(0.1, 0.4),
  "openai/gpt-4o": perToken(2.5, 10),
  "openai/gpt-4o-mini": perToken(0.15, 0.6),
  "anthropic/claude-opus-4-5": perToken(5, 25),
  "anthropic/claude-opus-4-1": perToken(15, 75),
  "anthropic/claude-sonnet-4-5": perToken(3, 15),
  "anthropic/claude-haiku-4-5": perToken(1, 5),
  "google/gemini-2.5-pro": perToken(1.25, 10),
  "google/gemini-2.5-flash": perToken(0.3, 2.5),
  "google/gemini-2.5-flash-lite": perToken(0.1, 0.4),
  "google/imagen-4.0-generate-001": perImage(0.04),
  "google/imagen-4.0-fast-generate-001": perImage(0.02),
};

const free: Price = { inputPerMillion: 0, outputPerMillion: 0, perImage: 0 };

/** Null when the price is not known; a dated id (`…-2025-08-07`, `…-20250929`) has the price of its model. */
export function priceOf(modelId: string): Price | null {
  const provider = parseModelId(modelId)?.provider;
  // Nobody sends a bill for what runs here, for one's own Ollama, or for the photo service.
  if (provider === "builtin" || provider === "ollama" || provider === "pexels") return free;
  const undated = modelId.replace(/-(\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, "");
  return priceList[undated] ?? null;
}

export type Consumption = { inputTokens: number; outputTokens: number; images: number };

/** US dollars; null when any part that was used has no known price. */
export function costOf(modelId: string, used: Consumption): number | null {
  const price = priceOf(modelId);
  if (!price) return null;
  const parts: [number, number | null][] = [
    [used.images, price.perImage],
    [used.inputTokens / 1e6, used.images > 0 && price.perImage !== null ? 0 : price.inputPerMillion],
    [used.outputTokens / 1e6, used.images > 0 && price.perImage !== null ? 0 : price.outputPerMillion],
  ];
  let total = 0;
  for (const [amount, unit] of parts) {
    if (amount === 0) continue;
    if (unit === null) return null;
    total += amount * unit;
  }
  return total;
}
