import { checkModels, type ModelCheck } from "./check-models.ts";
import { costOf } from "./prices.ts";

export type CostEstimate = {
  /** US dollars; null when a phase's model has no known price. */
  total: number | null;
  byPhase: Record<string, number | null>;
};

export type EstimateInput = ModelCheck & {
  /** Length of everything that the models will read: material, and what the pages are thought to hold. */
  materialCharacters: number;
  /** Length of what is asked for. */
  outputWords: number;
};

/** About what English takes; other languages take more, which the margin below covers. */
const charactersPerToken = 4;
const tokensPerWord = 1.4;
/** Instructions and JSON around each call. */
const overheadTokens = 1200;
/** A draft is read and perhaps sent back twice; on average this often. */
const passes = 1.5;

/**
 * What a request will cost, before it runs: each text phase reads the material and writes about what is asked for, each
 * image phase draws one picture.
 * @throws as `checkModels` does.
 */
export function estimateCost({ materialCharacters, outputWords, ...check }: EstimateInput): CostEstimate {
  const models = checkModels(check);
  const material = Math.ceil(materialCharacters / charactersPerToken);
  const text = Math.ceil(outputWords * tokensPerWord);
  const byPhase = Object.fromEntries(
    check.phases.flatMap(({ name, model }) => {
      const modelId = models[name]?.modelId;
      if (!modelId) return [];
      const used =
        model === "image"
          ? { inputTokens: 0, outputTokens: 0, images: 1 }
          : {
              inputTokens: Math.ceil((material + text + overheadTokens) * passes),
              outputTokens: Math.ceil(text * passes),
              images: 0,
            };
      return [[name, costOf(modelId, used)]];
    }),
  );
  const costs = Object.values(byPhase);
  const total = costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
  return { total, byPhase };
}
