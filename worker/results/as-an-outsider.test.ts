import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "#lib/contract/json.ts";
import { probe } from "#lib/media/probe.ts";
import { runFfmpeg } from "#lib/media/run-ffmpeg.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import { findTaskType, type TaskTypeName } from "#task-types/schemas.ts";
import { readLetters } from "#worker/models/builtin/reader/read-letters.ts";
import { type PipelineOutcome, runPipeline } from "#worker/testing-pipeline.ts";

/** The example of a type, made as a client would have it made. */
const make = (name: TaskTypeName, more: JsonObject = {}) =>
  runPipeline({ task_type: name, ...findTaskType(name)?.example, ...more });
const bytesOf = ({ files }: PipelineOutcome, url: unknown) => files.get(`${url}`)?.bytes ?? new Uint8Array();
const textOf = (outcome: PipelineOutcome, url: unknown) => new TextDecoder().decode(bytesOf(outcome, url));
const letters = (text: string) => text.toLowerCase().match(/[a-z]{4,}/g) ?? [];

/** How many of the words an OCR engine finds in a picture, 0–1. */
async function shareRead(picture: Uint8Array, words: string): Promise<number> {
  const read = new Set(letters((await readLetters(picture)).text));
  const wanted = letters(words);
  return wanted.filter((word) => read.has(word)).length / wanted.length;
}

describe("what an OCR engine reads", () => {
  test.each([
    ["blog_post", ({ result, outputs }: PipelineOutcome) => `${(outputs.qa as JsonObject).title ?? result.seo_title}`],
    ["newsletter", ({ result }: PipelineOutcome) => `${result.subject}`],
    ["social_media", () => `${findTaskType("social_media")?.example.topic}`],
  ] as const)("on the picture above a %s is its title", async (name, titleOf) => {
    const outcome = await make(name);
    expect(
      await shareRead(bytesOf(outcome, outcome.result.featured_image_url), titleOf(outcome)),
    ).toBeGreaterThanOrEqual(0.8);
  });

  test("in a film's frames is the sentence that is being spoken", async () => {
    const sentence = "Lighthouse keepers lit the lamp every evening";
    const outcome = await runPipeline({
      task_type: "video",
      ...{ story_prompt: `${sentence}.`, segments: 1, resolution: "854*480", include_subtitles: true },
    });
    const [segment] = outcome.result.segments as { start: number; end: number }[];
    const middle = ((segment?.start ?? 0) + (segment?.end ?? 0)) / 2;
    const read = await withScratchFolder(async (folder) => {
      const [film, frame] = [join(folder, "film.mp4"), join(folder, "frame.png")];
      await writeFile(film, bytesOf(outcome, outcome.result.video_url));
      const signal = new AbortController().signal;
      expect(await probe(film, signal)).toMatchObject({ video: { width: 854, height: 480 }, audio: { codec: "aac" } });
      // The strip that captions stand in; OCR engines are lost in landscapes.
      await runFfmpeg(["-ss", `${middle}`, "-i", film, "-vf", "crop=iw:ih*0.3:0:ih*0.7", "-frames:v", "1", frame], {
        signal,
      });
      return shareRead(await readFile(frame), sentence);
    });
    expect(read).toBeGreaterThan(0.7);
  });
});

test("a lesson is valid HTML", async () => {
  const outcome = await make("animated_lesson");
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  const { results } = await validator.validateString(textOf(outcome, outcome.result.lesson_url));
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
});

test("an article reads easily by Flesch's formula, counted here", async () => {
  const { content } = await make("blog_post");
  const prose = `${content}`
    .split("\n")
    .filter((line) => /^[A-Z]/.test(line))
    .join(" ")
    .replace(/\[\d+\]/g, "");
  const words = prose.match(/[A-Za-z]+/g) ?? [];
  const sentences = prose.match(/[.!?](?=\s|$)/g) ?? [];
  const syllables = words.flatMap((word) => word.toLowerCase().match(/[aeiouy]+/g) ?? []);
  expect(words.length).toBeGreaterThan(100);
  const ease = 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables.length / words.length);
  expect(ease).toBeGreaterThan(40);
});

test("rows come again out of the CSV and the JSON that hold them", async () => {
  const content = 'city,note,inhabitants\nAarhus,"says ""hi"", twice",290598\nKøge,"two\nlines",38304';
  const outcome = await runPipeline({ task_type: "data_retrieval", data_sources: [{ type: "inline", content }] });
  const rows = outcome.result.rows as Record<string, string | number>[];
  expect(rows).toHaveLength(2);
  const asText = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, `${value}`])));
  expect(parse(textOf(outcome, outcome.result.csv_url), { columns: true, bom: true })).toEqual(asText);
  expect(JSON.parse(textOf(outcome, outcome.result.json_url))).toEqual(rows);
});

test("posts are within each network's limit as its own rules count", async () => {
  const link = "https://example.org/a/rather/long/address/that/x/counts/as/twenty-three";
  const source_material =
    "The tide pool 🌊 opened on 1 June. It is 50 metres long, free of charge and open to all. ".repeat(30);
  const outcome = await runPipeline({
    ...{ task_type: "social_media", topic: "The tide pool is open", link, source_material },
    platforms: ["x", "linkedin", "instagram", "facebook", "threads", "bluesky", "mastodon"],
  });
  const graphemes = (text: string) => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
  const shortened = (text: string) => text.replaceAll(link, "x".repeat(23));
  // Weights of X: 1 for Latin and its punctuation, 2 for all else, an emoji as one.
  const weighed = (text: string) =>
    [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].reduce(
      (sum, { segment }) => sum + ((segment.codePointAt(0) ?? 0) <= 0x10ff ? 1 : 2),
      0,
    );
  const limits: Record<string, [number, (text: string) => number]> = {
    x: [280, (text) => weighed(shortened(text))],
    linkedin: [3000, (text) => text.length],
    instagram: [2200, (text) => text.length],
    facebook: [63_206, (text) => text.length],
    threads: [500, (text) => graphemes(text)],
    bluesky: [300, graphemes],
    mastodon: [500, (text) => graphemes(shortened(text))],
  };
  const posts = outcome.result.posts as { platform: string; text: string }[];
  expect(posts.map(({ platform }) => platform)).toEqual(Object.keys(limits));
  for (const { platform, text } of posts) {
    const [limit, count] = limits[platform] ?? [0, graphemes];
    expect(count(text), platform).toBeLessThanOrEqual(limit);
  }
});
