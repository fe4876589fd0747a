import { generateImage, generateSpeech, type ImageModel, type LanguageModel, type SpeechModel } from "ai";
import type { ModelTestResult } from "#domain/models/model-tests.ts";
import type { ModelKind } from "#lib/contract/model-kind.ts";
import { decodeSound } from "#lib/media/convert-sound.ts";
import { durationOf } from "#lib/media/wav.ts";
import { builtinKinds, isBuiltin } from "#lib/models/builtin-models.ts";
import { describePrice } from "#lib/models/describe-price.ts";
import type { Price } from "#lib/models/price.ts";
import {
  isConnected,
  isLookedFor,
  type ProviderEnv,
  parseModelId,
  providerNames,
  variableOf,
  whyNotConnected,
} from "#lib/models/providers.ts";
import { guessKind } from "#lib/models/resolve-model.ts";
import { builtinTrials, painterTrial, type Trial } from "./builtin-trials.ts";
import { ModelFailure } from "./model-failure.ts";
import { readPartial } from "./read-partial.ts";
import { createModelRegistry, type ModelRegistry } from "./registry.ts";
import { type Listening, streamAnswer } from "./stream-answer.ts";
import { defaultRetryPolicy, withRetries } from "./with-retries.ts";

const policy = { ...defaultRetryPolicy, retries: 0, timeoutMs: 45_000 };
/** Enough for one that thinks before it says a word. */
const maxOutputTokens = 400;
const prompt = "Answer with the one word: ready";

/** One tiny call, as a task would make it. Never throws: what fails is the answer. */
export async function tryModel(
  { model: id, price }: { model: string; price: Price | null },
  environment: ProviderEnv,
  signal: AbortSignal,
): Promise<ModelTestResult> {
  const startedAt = performance.now();
  const seconds = () => Math.round(performance.now() - startedAt) / 1_000;
  try {
    const obstacle = obstacleTo(id, environment);
    if (obstacle) return { ok: false, seconds: 0, message: obstacle };
    const kind = guessKind(id);
    if (kind === "image" && price?.unit !== "free") return { ok: true, seconds: 0, message: notDrawn(price) };
    const call = callOf(kind, id, createModelRegistry(environment));
    const message = await withRetries(policy, signal, call);
    return { ok: true, seconds: seconds(), message: `${message}.` };
  } catch (error) {
    if (signal.aborted) return { ok: false, seconds: seconds(), message: "The worker is stopping. Try again." };
    const failure = error as ModelFailure;
    const said = failure instanceof ModelFailure ? `${failure.message}. ${failure.remedy}` : "it failed. Try again.";
    return { ok: false, seconds: seconds(), message: withoutKeys(said[0]?.toUpperCase() + said.slice(1), environment) };
  }
}

type Call = (signal: AbortSignal, heard: () => void) => Promise<string>;

/** The call, which gives what came of it. */
function callOf(kind: ModelKind, id: string, registry: ModelRegistry): Call {
  if (kind === "image") return (signal) => draw(registry.imageModel(id), signal);
  if (kind === "speech") return (signal) => speak(registry.speechModel(id), signal);
  const trial = isBuiltin(id) ? builtinTrials[parseModelId(id)?.model ?? ""] : undefined;
  return (signal, heard) => write(registry.languageModel(id), trial, { signal, heard });
}

async function draw(model: ImageModel, abortSignal: AbortSignal): Promise<string> {
  const providerOptions = { builtin: painterTrial, pexels: { input: { search: "harbour" } } };
  const { image } = await generateImage({
    ...{ model, prompt: "A pier", size: "256x256", providerOptions },
    ...{ maxRetries: 0, abortSignal },
  });
  return `It drew a picture of ${Math.round(image.uint8Array.byteLength / 1024)} KiB`;
}

async function speak(model: SpeechModel, abortSignal: AbortSignal): Promise<string> {
  const text = "Ready when you are.";
  const { audio } = await generateSpeech({ model, text, outputFormat: "wav", maxRetries: 0, abortSignal });
  const sound = await decodeSound(audio.uint8Array, audio.format, abortSignal);
  return `It spoke for ${durationOf(sound).toFixed(1)} seconds`;
}

async function write(model: LanguageModel, trial: Trial | undefined, listening: Listening): Promise<string> {
  const { picture, ...builtin } = trial ?? { job: "", input: {} };
  const shown = picture ? [{ type: "file" as const, data: picture, mediaType: "image/png" }] : [];
  const messages = [{ role: "user" as const, content: [{ type: "text" as const, text: prompt }, ...shown] }];
  const { text } = await streamAnswer({ model, messages, maxOutputTokens, headers: {}, builtin }, listening);
  const said = readPartial(text).join(" ").trim();
  return said ? `It answered: ${shorten(said)}` : "It answered";
}

function obstacleTo(id: string, environment: ProviderEnv): string | null {
  const parsed = parseModelId(id);
  if (!parsed) {
    return `No provider of this hub has that name. Write provider/model; providers are ${providerNames.join(", ")}.`;
  }
  const { provider, model } = parsed;
  if (provider === "builtin" && builtinKinds(model).length === 0) return "There is no built-in model of that name.";
  if (isConnected(provider, environment)) return null;
  const told = `Set ${variableOf(provider)} where the workers start, and start them again.`;
  if (!isLookedFor(provider)) return `${provider} is not connected. ${told}`;
  return `${provider} is not connected: ${whyNotConnected(provider)}. Start one there, or ${told[0]?.toLowerCase()}${told.slice(1)}`;
}

function notDrawn(price: Price | null): string {
  const cost = price ? `A picture costs ${describePrice(price)}` : "What a picture costs is not known";
  return `Its provider is connected. ${cost}, so none was drawn to try it.`;
}

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
}

/** Some providers quote the key that they refuse. */
function withoutKeys(text: string, environment: ProviderEnv): string {
  const keys = Object.entries(environment).flatMap(([name, value]) => (/_KEY$/.test(name) && value ? [value] : []));
  return keys.reduce((shown, key) => shown.replaceAll(key, "…"), text);
}
