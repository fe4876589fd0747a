import type { ModelKind } from "#lib/contract/model-kind.ts";
import type { ImagePrice, OwnPrice, OwnPrices, Price, Quality } from "./price.ts";
import { type ProviderName, parseModelId } from "./providers.ts";

/** List prices as of this day, without discounts for caching or batches; what providers bill now may differ. */
export const pricesAsOf = "2025-11-30";

/** Where each provider publishes its prices. */
export const priceSources: Partial<Record<ProviderName, string>> = {
  openai: "https://platform.openai.com/docs/pricing",
  anthropic: "https://www.anthropic.com/pricing",
  google: "https://ai.google.dev/gemini-api/docs/pricing",
};

const tokens = (input: number, output: number): Price => ({ unit: "tokens", input, output });
const perImage = (image: ImagePrice): Price => ({ unit: "image", image });
/** Square and wide (or tall) pictures of low, medium and high quality. */
const graded = (low: [number, number], medium: [number, number], high: [number, number]): Price => {
  const [fast, balanced, quality] = [low, medium, high].map(([square, wide]) => ({ square, wide }));
  return perImage({ fast, balanced, quality } as Record<Quality, { square: number; wide: number }>);
};

/** A model that is not here has an unknown price, not 0. Pictures that a model looks at count as tokens of its question. */
const priceList: Record<string, Price> = {
  "openai/gpt-5.1": tokens(1.25, 10),
  "openai/gpt-5": tokens(1.25, 10),
  "openai/gpt-5-mini": tokens(0.25, 2),
  "openai/gpt-5-nano": tokens(0.05, 0.4),
  "openai/gpt-4.1": tokens(2, 8),
  "openai/gpt-4.1-mini": tokens(0.4, 1.6),
  "openai/gpt-4.1-nano": tokens(0.1, 0.4),
  "openai/gpt-4o": tokens(2.5, 10),
  "openai/gpt-4o-mini": tokens(0.15, 0.6),
  "openai/gpt-image-1": graded([0.011, 0.016], [0.042, 0.063], [0.167, 0.25]),
  "openai/gpt-image-1-mini": graded([0.005, 0.006], [0.011, 0.015], [0.036, 0.052]),
  "openai/dall-e-3": graded([0.04, 0.08], [0.04, 0.08], [0.08, 0.12]),
  "openai/tts-1": { unit: "characters", perMillionCharacters: 15 },
  "openai/tts-1-hd": { unit: "characters", perMillionCharacters: 30 },
  "openai/gpt-4o-mini-tts": { unit: "minute", perMinute: 0.015 },
  "anthropic/claude-opus-4-5": tokens(5, 25),
  "anthropic/claude-opus-4-1": tokens(15, 75),
  "anthropic/claude-sonnet-4-5": tokens(3, 15),
  "anthropic/claude-haiku-4-5": tokens(1, 5),
  "google/gemini-2.5-pro": tokens(1.25, 10),
  "google/gemini-2.5-flash": tokens(0.3, 2.5),
  "google/gemini-2.5-flash-lite": tokens(0.1, 0.4),
  "google/gemini-2.5-flash-image": perImage(0.039),
  "google/imagen-4.0-generate-001": perImage(0.04),
  "google/imagen-4.0-ultra-generate-001": perImage(0.06),
  "google/imagen-4.0-fast-generate-001": perImage(0.02),
};

/** The models whose prices are known, with the kind that each is listed under. */
export const pricedModels: readonly { id: string; kind: ModelKind }[] = Object.entries(priceList).map(
  ([id, price]) => ({ id, kind: kindOf(price) }),
);

/** What a model that is billed like this makes. */
export function kindOf({ unit }: Price): ModelKind {
  if (unit === "image") return "image";
  return unit === "characters" || unit === "minute" ? "speech" : "text";
}

const free: Price = { unit: "free" };

/**
 * What the account has set, else the list's; null when neither knows. A dated id (`…-2025-08-07`, `…-20250929`) has the
 * price of its model.
 */
export function priceOf(modelId: string, own: OwnPrices): Price | null {
  return ownPriceOf(modelId, own)?.price ?? listPriceOf(withoutDate(modelId));
}

/** What the account has set for a model, or for the one that it is a dated id of. */
export function ownPriceOf(modelId: string, own: OwnPrices): OwnPrice | null {
  const id = [modelId, withoutDate(modelId)].find((id) => Object.hasOwn(own, id));
  return (id && own[id]) || null;
}

function withoutDate(modelId: string): string {
  return modelId.replace(/-(\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, "");
}

/** What the list says; null when it does not know. */
function listPriceOf(undated: string): Price | null {
  const provider = parseModelId(undated)?.provider;
  // Nobody sends a bill for what runs here, for one's own Ollama, or for the photo service.
  if (provider === "builtin" || provider === "ollama" || provider === "pexels") return free;
  return Object.hasOwn(priceList, undated) ? (priceList[undated] ?? null) : null;
}
