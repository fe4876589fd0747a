import { describe, expect, it } from "vitest";
import { readNewTask } from "#domain/tasks/new-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { imageToText } from "#task-types/image-to-text/schema.ts";
import { findTaskType, taskTypeNames } from "#task-types/schemas.ts";
import { assessTask } from "./assess-task.ts";

const models = {
  environment: { OPENAI_API_KEY: "a key of the tests" },
  settings: { allowSubstitution: true, modelAliases: {}, modelTiers: {}, modelPrices: {} },
};

function estimate(name: string, fields: JsonObject) {
  return assessTask(readNewTask({ task_type: name, ...fields }), models).costByPhase;
}

describe.each(taskTypeNames)("the estimate of %s", (name) => {
  it("is 0 with the built-in models, for each phase that uses one and no other", () => {
    const taskType = findTaskType(name);
    const withModel = (taskType?.phases ?? []).flatMap((phase) => (phase.model ? [[phase.name, 0]] : []));
    expect(estimate(name, taskType?.example ?? {})).toEqual(Object.fromEntries(withModel));
    const { request, common } = readNewTask({ task_type: name, ...taskType?.example });
    const named = Object.keys(taskType?.workload?.({ request: request ?? {}, common }) ?? {});
    expect((taskType?.phases ?? []).map((phase) => phase.name)).toEqual(expect.arrayContaining(named));
  });
});

describe("the estimate counts what is asked for", () => {
  const drawn = (more: JsonObject) =>
    estimate("image_generation", { model_name: "openai/gpt-image-1", input_data: { prompt: "A pier", ...more } });

  it("pictures, by number, shape and quality", () => {
    expect(drawn({}).generate).toBeCloseTo(0.042, 9);
    expect(drawn({ num_images: 4, width: 1024, height: 512 }).generate).toBeCloseTo(4 * 0.063, 9);
  });

  it("a picture for each segment of a video, and its words spoken", () => {
    const film = (segments: number | string) =>
      estimate("video", {
        story_prompt: "The ferry leaves at noon. Gulls cry. The pier is long.",
        segments,
        models_by_phase: { images: "openai/gpt-image-1", voice: "openai/tts-1" },
      });
    expect(film(10).images).toBeCloseTo(10 * 0.063, 9);
    expect(film(10).voice).toBeCloseTo((600 * 15) / 1e6, 9);
    expect(film("maximum").images).toBeCloseTo(3 * 0.063, 9);
  });

  it("the characters of a text that is spoken", () => {
    const spoken = estimate("text_to_speech", { model_name: "openai/tts-1", input_data: { text: "a".repeat(10_000) } });
    expect(spoken.generate).toBeCloseTo(0.15, 9);
  });

  it("no picture where none is wanted", () => {
    const models_by_phase = { image: "openai/gpt-image-1" };
    expect(estimate("blog_post", { topic: "Tides", models_by_phase }).image).toBeCloseTo(0.063, 9);
    expect(estimate("blog_post", { topic: "Tides", models_by_phase, generate_featured_image: false }).image).toBe(0);
  });

  it("the request's own text, and no picture's bytes as text", () => {
    const written = (content: string) =>
      estimate("documentation", { title: "Tides", content, model_name: "openai/gpt-5" }).creative ?? 0;
    expect(written("Ebb and flow. ".repeat(1_000))).toBeGreaterThan(5 * written("Ebb and flow. ".repeat(10)));
    const seen = estimate("image_to_text", {
      model_name: "openai/gpt-5",
      ...{ input_data: imageToText.example.input_data },
    });
    expect(seen.generate).toBeLessThan(0.02);
  });
});
