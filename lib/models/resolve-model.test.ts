import { describe, expect, it } from "vitest";
import { HubError } from "#lib/errors.ts";
import { checkModels } from "./check-models.ts";
import { estimateCost } from "./estimate-cost.ts";
import type { ModelChoice, ModelSettings } from "./model-settings.ts";
import { type Consumption, costOf } from "./price.ts";
import { pricedModels, priceOf } from "./prices.ts";
import { guessKind, resolveModel } from "./resolve-model.ts";

const settings: ModelSettings = { allowSubstitution: true, modelAliases: {}, modelTiers: {}, modelPrices: {} };
const choice: ModelChoice = { modelName: null, modelsByPhase: {}, qualityPreference: "balanced" };
const environment = { OPENAI_API_KEY: "key" };
const creative = { phase: "creative", kind: "text" as const, choice, settings, environment };
const phases = [
  { name: "creative", model: "text" as const },
  { name: "image", model: "image" as const },
  { name: "format", model: null },
];

describe("which model runs a phase", () => {
  it("is the built-in one where nobody chose", () => {
    expect(resolveModel(creative)).toEqual({ modelId: "builtin/writer", degradedReasons: [] });
  });

  it("is none where no built-in one knows the work and nobody chose; the refusal says how to choose", () => {
    expect(() => resolveModel({ ...creative, builtin: null })).toThrow(
      'The phase "creative" needs a model: no built-in model does its text, and none is chosen. ' +
        "Name one in model_name or models_by_phase.creative, or choose the account's tier under Settings → Models.",
    );
  });

  it("is the phase's own, then model_name, then the tier", () => {
    const tiers = { ...settings, modelTiers: { balanced: { text: "openai/tier" } } };
    const named = { ...choice, modelName: "openai/named" };
    const own = { ...named, modelsByPhase: { creative: "openai/own" } };
    expect(resolveModel({ ...creative, settings: tiers }).modelId).toBe("openai/tier");
    expect(resolveModel({ ...creative, settings: tiers, choice: named }).modelId).toBe("openai/named");
    expect(resolveModel({ ...creative, settings: tiers, choice: own }).modelId).toBe("openai/own");
  });

  it("has the tier's further models stand in, but for those that cannot be had", () => {
    const chain = ["openai/first", "anthropic/not-connected", "openai/second"];
    const tiers = { ...settings, modelTiers: { balanced: { text: chain } } };
    expect(resolveModel({ ...creative, settings: tiers })).toEqual({
      modelId: "openai/first",
      degradedReasons: [],
      fallbacks: ["openai/second"],
    });
    const named = { ...choice, modelName: "anthropic/claude" };
    const { modelId, fallbacks, degradedReasons } = resolveModel({ ...creative, settings: tiers, choice: named });
    expect({ modelId, fallbacks }).toEqual({ modelId: "openai/first", fallbacks: ["openai/second"] });
    expect(degradedReasons).toEqual([expect.stringMatching(/claude.*openai\/first was used instead/)]);
    const strict = { ...tiers, allowSubstitution: false };
    expect(resolveModel({ ...creative, settings: strict })).toEqual({ modelId: "openai/first", degradedReasons: [] });
  });

  it("does not ask a text model to draw", () => {
    const named = { ...choice, modelName: "openai/gpt-5" };
    const image = { ...creative, phase: "image", kind: "image" as const, choice: named };
    expect(resolveModel(image)).toEqual({ modelId: "builtin/painter", degradedReasons: [] });
    const drawing = { ...choice, modelName: "openai/gpt-image-1" };
    expect(resolveModel({ ...image, choice: drawing }).modelId).toBe("openai/gpt-image-1");
    expect(resolveModel({ ...creative, choice: drawing }).modelId).toBe("builtin/writer");
  });

  it("prefers the photo service for images once it is connected", () => {
    const connected = { ...creative, phase: "image", kind: "image" as const, environment: { PEXELS_API_KEY: "key" } };
    expect(resolveModel(connected).modelId).toBe("pexels/search");
  });

  it("looks hub-style ids up among the aliases", () => {
    const aliases = { ...settings, modelAliases: { "microsoft/DialoGPT-medium": "openai/gpt-5-mini" } };
    const named = { ...choice, modelName: "microsoft/DialoGPT-medium" };
    expect(resolveModel({ ...creative, choice: named, settings: aliases }).modelId).toBe("openai/gpt-5-mini");
  });

  it.each([
    ["anthropic/claude-haiku-4-5", /ANTHROPIC_API_KEY is not set/],
    ["microsoft/DialoGPT-medium", /no provider of this hub/],
    ["builtin/poet", /no built-in model of that name/],
  ])("gives way to the built-in one and says why: %s", (modelName, reason) => {
    const { modelId, degradedReasons } = resolveModel({ ...creative, choice: { ...choice, modelName } });
    expect(modelId).toBe("builtin/writer");
    expect(degradedReasons).toEqual([expect.stringMatching(reason)]);
  });

  it("refuses instead where substitution is off, and names the field", () => {
    const strict = { ...settings, allowSubstitution: false };
    const ask = () =>
      checkModels({ phases, choice: { ...choice, modelName: "google/gemini" }, settings: strict, environment });
    expect(ask).toThrow(HubError);
    expect(ask).toThrow(expect.objectContaining({ code: "MODEL_NOT_FOUND", status: 422 }));
    expect(ask).toThrow(expect.objectContaining({ details: expect.objectContaining({ field: "model_name" }) }));
  });

  it("refuses models for phases that take none", () => {
    const odd = { ...choice, modelsByPhase: { format: "openai/gpt-5" } };
    expect(() => checkModels({ phases, choice: odd, settings, environment })).toThrow(/models_by_phase.format/);
  });
});

describe("prices", () => {
  const cost = (id: string, used: Consumption) => costOf(priceOf(id, {}), used);

  it("are unknown rather than 0 for a model that the list does not have", () => {
    expect(priceOf("openai/something-new", {})).toBeNull();
    expect(cost("openai/something-new", { inputTokens: 1, outputTokens: 1, images: 0 })).toBeNull();
  });

  it("are 0 for what is built in", () => {
    expect(cost("builtin/writer", { inputTokens: 9e6, outputTokens: 9e6, images: 0 })).toBe(0);
  });

  it("count a dated id as its model", () => {
    expect(cost("openai/gpt-5-mini-2025-08-07", { inputTokens: 1e6, outputTokens: 1e6, images: 0 })).toBe(2.25);
  });

  it("estimate a request by phase before it runs", () => {
    const estimate = (modelName: string) =>
      estimateCost({
        phases,
        choice: { ...choice, modelName },
        settings,
        environment,
        materialCharacters: 40_000,
        workload: {},
      });
    expect(estimate("openai/gpt-5").total).toBeCloseTo(0.0446, 3);
    expect(estimate("openai/gpt-5").byPhase.image).toBe(0);
    expect(estimate("openai/something-new").total).toBeNull();
  });

  it("count pictures by quality and shape, speech by characters or minutes, and nothing at another's price", () => {
    expect(cost("openai/gpt-image-1", { images: 3 })).toBeCloseTo(0.126, 9);
    expect(cost("openai/gpt-image-1", { images: 2, quality: "quality", isWide: true })).toBeCloseTo(0.5, 9);
    expect(cost("openai/dall-e-3", { images: 1, quality: "fast" })).toBe(0.04);
    expect(cost("google/imagen-4.0-generate-001", { images: 2, isWide: true })).toBe(0.08);
    expect(cost("openai/tts-1", { characters: 2_000, seconds: 100 })).toBeCloseTo(0.03, 9);
    expect(cost("openai/gpt-4o-mini-tts", { characters: 2_000, seconds: 120 })).toBeCloseTo(0.03, 9);
    expect(cost("openai/gpt-5", { images: 1 })).toBeNull();
    expect(cost("openai/tts-1", { inputTokens: 5 })).toBeNull();
    expect(cost("ollama/mistral", { inputTokens: 5e6, outputTokens: 5 })).toBe(0);
  });

  it("have each listed model under the kind that phases ask for", () => {
    for (const { id, kind } of pricedModels) expect([id, guessKind(id)]).toEqual([id, kind]);
  });
});
