import { describe, expect, it } from "vitest";
import type { JsonObject } from "#lib/contract/json.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

const material =
  "The jetty opened on 3 May after eight months of work. It has 42 berths, 12 of them for guests. Guests pay 180 kroner a night, electricity included. The harbour master, Ada Berg, expects 900 guests in the first season. The café beside it opens in June and serves fish from the morning's catch.";

const make = (prompt: string, parameters: JsonObject = {}, model_name = "builtin/writer") =>
  runPipeline({ task_type: "text_generation", model_name, input_data: { prompt }, parameters });

describe("text from the built-in writer", () => {
  it("answers the reference's request with the reference's fields, and says what it cannot do", async () => {
    const parameters = { max_length: 100, temperature: 0.8, do_sample: true };
    const { result, degraded } = await make("Hello, how are you today?", parameters, "microsoft/DialoGPT-medium");
    expect(Object.keys(result)).toEqual(["generated_text", "tokens_generated", "inference_time"]);
    expect(result.generated_text).toMatch(/cannot converse/);
    expect(result.tokens_generated).toBeLessThanOrEqual(100);
    expect(degraded.join()).toMatch(/DialoGPT.*no_source_material|no_source_material.*DialoGPT/s);
  });

  it("condenses, lists and finds, in the text's own words", async () => {
    const short = await make(`Summarize the following text in two sentences:\n\n${material}`);
    expect(String(short.result.generated_text).length).toBeLessThan(material.length * 0.7);
    for (const sentence of String(short.result.generated_text).split(/(?<=[.!?])\s+/))
      expect(material).toContain(sentence);
    expect(short.degraded).toEqual([]);
    const keywords = await make(`List the keywords: ${material}`);
    expect(String(keywords.result.generated_text)).toMatch(/guests/i);
    const answer = await make(`How much do guests pay a night?\n\n${material}`);
    expect(answer.result.generated_text).toBe("Guests pay 180 kroner a night, electricity included.");
    const unknown = await make(`Who painted the ceiling of the chapel?\n\n${material}`);
    expect(unknown.result.generated_text).toBe("The given text does not say.");
  });

  it("says that it cannot translate, and degrades", async () => {
    const { result, degraded } = await make(`Translate into French:\n\n${material}`);
    expect(result.generated_text).toMatch(/cannot .*translate/);
    expect(degraded.join()).toContain("cannot do");
  });

  it("keeps to max_length and stop", async () => {
    const { result } = await make(`Summarize:\n\n${material}`, { max_length: 12 });
    expect(result.tokens_generated).toBeLessThanOrEqual(12);
    const stopped = await make("Hello", { stop: ["prompt"] });
    expect(stopped.result.generated_text).not.toContain("prompt");
  });
});

it("passes parameters on to a connected model, and gives back its words and tokens", async () => {
  const calls: JsonObject[] = [];
  const writeText = async (_: string, call: JsonObject) => {
    calls.push(call);
    return { text: "Fine, thanks.", tokens: 4, shortcoming: null };
  };
  const parameters = { max_length: 9, temperature: 0.2, top_p: 0.5, seed: 3, stop: "END", extra: 1 };
  const { result } = await runPipeline(
    { task_type: "text_generation", model_name: "openai/x", input_data: { prompt: "Hi" }, parameters },
    { models: { writeText: writeText as never } },
  );
  expect(calls[0]).toMatchObject({ prompt: "Hi", maxTokens: 9, temperature: 0.2, topP: 0.5, seed: 3, stop: ["END"] });
  expect(result).toMatchObject({ generated_text: "Fine, thanks.", tokens_generated: 4 });
});

it("names what is wrong with parameters and a missing model", async () => {
  const body = { task_type: "text_generation", input_data: { prompt: "Hi" } };
  await expect(runPipeline(body)).rejects.toThrow("model_name: is required");
  await expect(runPipeline({ ...body, model_name: "a/b", parameters: { temperature: 9 } })).rejects.toThrow(
    "parameters.temperature",
  );
});
