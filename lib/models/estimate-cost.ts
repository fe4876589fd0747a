import { checkModels, type ModelCheck } from "./check-models.ts";
import { type Consumption, costOf, isWide, type Quality } from "./price.ts";
import { priceOf } from "./prices.ts";

/** What a phase will make, as far as the request says; what it does not say is taken to be usual. */
export type Workload = {
  /** Of text. */
  words?: number;
  /** Pictures, and their sides in pixels. */
  images?: number;
  width?: number;
  height?: number;
  /** To be spoken. */
  characters?: number;
};

export type CostEstimate = {
  /** US dollars; null when a phase's model has no known price. */
  total: number | null;
  byPhase: Record<string, number | null>;
};

export type EstimateInput = ModelCheck & {
  /** Length of everything that the models will read: material, and what the pages are thought to hold. */
  materialCharacters: number;
  /** By phase. */
  workload: Partial<Record<string, Workload>>;
};

/** About what English takes; other languages take more, which the margin below covers. */
const charactersPerToken = 4;
const tokensPerWord = 1.4;
/** Instructions and JSON around each call. */
const overheadTokens = 1200;
/** What a picture that a model looks at is counted as. */
const tokensPerPicture = 1000;
/** A draft is read and perhaps sent back twice; on average this often. */
const passes = 1.5;
const usualWords = 1000;
/** How fast voices speak. */
export const charactersPerSecond = 15;
/** The picture above a text. */
const usualPicture = { width: 1200, height: 630 };

/**
 * What a request will cost, before it runs: each text phase reads the material and writes about what is asked for, each
 * image phase draws as many pictures as are asked for, each speech phase speaks what it is given.
 * @throws as `checkModels` does.
 */
export function estimateCost({ materialCharacters, workload, ...check }: EstimateInput): CostEstimate {
  const models = checkModels(check);
  const read = Math.ceil(materialCharacters / charactersPerToken);
  const usual = Object.values(workload).find((work) => work?.words !== undefined)?.words ?? usualWords;
  const byPhase: CostEstimate["byPhase"] = {};
  for (const { name, model } of check.phases) {
    const modelId = models[name]?.modelId;
    if (!modelId) continue;
    const work = { words: usual, ...workload[name] };
    const price = priceOf(modelId, check.settings.modelPrices);
    if (model === "image") {
      byPhase[name] = work.images === 0 ? 0 : costOf(price, pictures(work, check.choice.qualityPreference));
    } else if (model === "speech") {
      byPhase[name] = costOf(price, speech(work.characters ?? materialCharacters));
    } else {
      const written = Math.ceil(work.words * tokensPerWord);
      const seen = model === "vision" ? tokensPerPicture : 0;
      const inputTokens = Math.ceil((read + seen + written + overheadTokens) * passes);
      byPhase[name] = costOf(price, { inputTokens, outputTokens: Math.ceil(written * passes) });
    }
  }
  const costs = Object.values(byPhase);
  const total = costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
  return { total, byPhase };
}

function pictures(work: Workload, quality: Quality): Consumption {
  const { images = 1, width, height } = { ...usualPicture, ...work };
  return { images, isWide: isWide(width, height), quality };
}

function speech(characters: number): Consumption {
  return { characters: Math.max(characters, 1), seconds: characters / charactersPerSecond };
}
