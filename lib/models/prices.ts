import type { ModelKind } from "#lib/contract/model-kind.ts";
import type { ModelChoice } from "./model-settings.ts";
import { type ProviderName, parseModelId } from "./providers.ts";

type Quality = ModelChoice["qualityPreference"];

/** US dollars for one picture; by quality and shape where the provider charges by them. */
export type ImagePrice = number | Record<Quality, { square: number; wide: number }>;

export type Price = {
  /** What is billed; a model is billed in one way. */
  unit: "tokens" | "image" | "characters" | "minute" | "free";
  /** US dollars per million tokens, of a text model's questions and answers. */
  input?: number;
  output?: number;
  image?: ImagePrice;
  /** US dollars per million characters that are spoken. */
  perMillionCharacters?: number;
  /** US dollars per minute of speech that comes out. */
  perMinute?: number;
};

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
  ([id, { unit }]) => ({ id, kind: unit === "tokens" ? "text" : unit === "image" ? "image" : "speech" }),
);

const free: Price = { unit: "free" };

/** Null when the price is not known; a dated id (`…-2025-08-07`, `…-20250929`) has the price of its model. */
export function priceOf(modelId: string): Price | null {
  const provider = parseModelId(modelId)?.provider;
  // Nobody sends a bill for what runs here, for one's own Ollama, or for the photo service.
  if (provider === "builtin" || provider === "ollama" || provider === "pexels") return free;
  const undated = modelId.replace(/-(\d{8}|\d{4}-\d{2}-\d{2}|latest)$/, "");
  return priceList[undated] ?? null;
}

export type Consumption = {
  inputTokens?: number;
  outputTokens?: number;
  /** Pictures, all of one shape and quality. */
  images?: number;
  isWide?: boolean;
  quality?: Quality;
  /** Spoken. */
  characters?: number;
  /** Of speech. */
  seconds?: number;
};

/** US dollars; null when the model's price is not known, or is for something else than what was used. */
export function costOf(modelId: string, used: Consumption): number | null {
  const price = priceOf(modelId);
  const { inputTokens = 0, outputTokens = 0, images = 0, characters = 0, seconds = 0 } = used;
  switch (price?.unit) {
    case "free":
      return 0;
    case "tokens":
      if (images > 0 || characters > 0) return null;
      return (inputTokens * (price.input ?? 0) + outputTokens * (price.output ?? 0)) / 1e6;
    case "image":
      return images > 0 ? images * pictureCost(price.image ?? 0, used) : null;
    case "characters":
      return characters > 0 ? (characters * (price.perMillionCharacters ?? 0)) / 1e6 : null;
    case "minute":
      return characters > 0 ? (seconds / 60) * (price.perMinute ?? 0) : null;
    default:
      return null;
  }
}

/** Whether providers draw, and charge for, a picture of these sides as one that is not square. */
export function isWide(width: number, height: number): boolean {
  return Math.max(width, height) > 1.2 * Math.min(width, height);
}

function pictureCost(price: ImagePrice, { quality = "balanced", isWide = false }: Consumption): number {
  return typeof price === "number" ? price : price[quality][isWide ? "wide" : "square"];
}
