/** The three wishes of `quality_preference`. */
export type Quality = "fast" | "balanced" | "quality";

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

/** A price that an admin has set for the account, in place of the list's. */
export type OwnPrice = {
  price: Price;
  /** Who set it, by name. */
  by: string;
  /** When, as an ISO date and time. */
  at: string;
};

/** By model id. */
export type OwnPrices = Record<string, OwnPrice>;

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

/** US dollars; null when the price is not known, or is for something else than what was used. */
export function costOf(price: Price | null, used: Consumption): number | null {
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
