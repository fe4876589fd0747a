import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "#lib/contract/json.ts";
import { decodeSound } from "#lib/media/convert-sound.ts";
import { findDecodingFaults, probe } from "#lib/media/probe.ts";
import { runFfmpeg } from "#lib/media/run-ffmpeg.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import { loudnessOf } from "#lib/media/wav.ts";
import { type Kept, type PipelineOutcome, runPipeline } from "#worker/testing-pipeline.ts";

const story = "The ferry leaves at noon. A red lighthouse stands on the cliff.";
const task = (more: JsonObject = {}): JsonObject => ({
  task_type: "video",
  story_prompt: story,
  segments: 2,
  resolution: "320*180",
  image_style: "cartoon",
  ...more,
});

type Segment = { number: number; text: string; start: number; end: number; image_url: string };
const bytesOf = ({ files }: PipelineOutcome, url: unknown) => files.get(`${url}`)?.bytes ?? new Uint8Array();

const inspect = (bytes: Uint8Array) =>
  withScratchFolder(async (folder) => {
    const path = join(folder, "film.mp4");
    await writeFile(path, bytes);
    const signal = AbortSignal.timeout(20_000);
    const frame = join(folder, "frame.png");
    await runFfmpeg(["-ss", "4", "-i", path, "-frames:v", "1", frame], { signal });
    const { channels } = await sharp(frame).stats();
    return {
      ...(await probe(path, signal)),
      faults: await findDecodingFaults(path, signal),
      spread: Math.max(...channels.map(({ stdev }) => stdev)),
    };
  });

describe("video", () => {
  test("is H.264 and AAC at the asked size, as long as it says, with a picture and a voice", async () => {
    const outcome = await runPipeline(task({ include_subtitles: true }));
    const { result, degraded } = outcome;
    const film = bytesOf(outcome, result.video_url);
    const found = await inspect(film);
    expect(found).toMatchObject({
      video: { codec: "h264", width: 320, height: 180 },
      audio: { codec: "aac" },
      faults: [],
    });
    expect(Math.abs(found.duration - Number(result.duration_seconds))).toBeLessThan(0.3);
    expect(found.spread).toBeGreaterThan(15);
    expect(loudnessOf(await decodeSound(film, "mp4", AbortSignal.timeout(20_000)))).toBeGreaterThan(0.01);
    const segments = result.segments as Segment[];
    expect(segments.map(({ text }) => text)).toEqual([
      "The ferry leaves at noon.",
      "A red lighthouse stands on the cliff.",
    ]);
    expect(segments[1]?.start).toBe(segments[0]?.end);
    expect(segments[1]?.end).toBe(result.duration_seconds);
    expect(await sharp(bytesOf(outcome, result.poster_url)).metadata()).toMatchObject({ width: 320, height: 180 });
    expect(Buffer.from(bytesOf(outcome, result.vtt_url)).toString()).toMatch(/^WEBVTT\n\n\d\d:\d\d:\d\d\.\d{3} --> /);
    expect(Buffer.from(bytesOf(outcome, result.srt_url)).toString()).toContain("A red lighthouse stands on the cliff.");
    expect(degraded).toEqual([]);
  });

  test("uses the prompt's own words where they are a wish, cut into as many segments as were asked for", async () => {
    const story_prompt =
      "Create an educational video about basic mathematics concepts including addition and subtraction";
    const { result, degraded } = await runPipeline(
      task({ story_prompt, segments: 3, image_style: "realistic", theme: "steampunk" }),
    );
    expect((result.segments as Segment[]).map(({ text }) => text)).toEqual([
      "Basic mathematics concepts.",
      "Addition.",
      "Subtraction.",
    ]);
    expect(degraded).toEqual(
      expect.arrayContaining([
        "no_source_material",
        expect.stringContaining("steampunk"),
        expect.stringContaining("realistic"),
      ]),
    );
  });

  test("a second attempt renders nothing that is already there", async () => {
    const kept: Kept = new Map();
    const files: PipelineOutcome["files"] = new Map();
    await runPipeline(task(), { kept, stored: files });
    const made = kept.size;
    const pictures = neverDraw();
    await runPipeline(task(), { kept, stored: files, models: pictures });
    expect(kept.size).toBe(made);
    expect(made).toBe(2 + 2 + 3);
  });

  test("opening, closing and music from outside are fitted in", async () => {
    const clip = await makeClip();
    const files = {
      "https://example.org/intro.mp4": { name: "intro.mp4", contentType: "video/mp4", charset: "utf-8", bytes: clip },
      "https://example.org/music.mp3": { name: "music.mp4", contentType: "audio/mp4", charset: "utf-8", bytes: clip },
    };
    const outcome = await runPipeline(
      task({ segments: 1, intro_video_url: "https://example.org/intro.mp4", bgm_url: "https://example.org/music.mp3" }),
      { files },
    );
    expect(outcome.degraded).toEqual([]);
    expect((outcome.result.segments as Segment[])[0]?.start).toBeCloseTo(2 + 2.6, 0);
    expect(await inspect(bytesOf(outcome, outcome.result.video_url))).toMatchObject({
      video: { width: 320, height: 180 },
      faults: [],
    });
  });

  test("what cannot be fetched is left out with a reason", async () => {
    const { degraded } = await runPipeline(
      task({ segments: 1, logo_url: "https://example.org/none.png", test_mode: true }),
    );
    expect(degraded).toEqual([expect.stringMatching(/^logo_url was left out: it cannot be reached/)]);
  });

  test("captions alone where nobody speaks the language", async () => {
    const { degraded, result } = await runPipeline(task({ segments: 1, language: "Tagalog" }));
    expect(degraded).toEqual([expect.stringMatching(/No voice speaks Tagalog/)]);
    expect(result.duration_seconds).toBeGreaterThan(4);
  });

  test("stops its ffmpeg when it is aborted", async () => {
    const controller = new AbortController();
    const started = performance.now();
    const running = runPipeline(task({ story_prompt: story.repeat(20), segments: "maximum", resolution: "1280*720" }), {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error("cancelled by a test")), 1500);
    await expect(running).rejects.toThrow("cancelled by a test");
    expect(performance.now() - started).toBeLessThan(6000);
  });
});

/** Models that would betray a picture drawn or a word spoken anew. */
function neverDraw() {
  const never = () => Promise.reject(new Error("it was to be kept"));
  return { drawImage: never, speak: never };
}

function makeClip(): Promise<Uint8Array> {
  return withScratchFolder(async (folder) => {
    const path = join(folder, "clip.mp4");
    const sources = [
      "-f",
      "lavfi",
      "-i",
      "testsrc=size=200x200:rate=30:duration=2",
      "-f",
      "lavfi",
      "-i",
      "sine=frequency=330:duration=2",
    ];
    await runFfmpeg([...sources, "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", path], {
      signal: AbortSignal.timeout(20_000),
    });
    return new Uint8Array(await readFile(path));
  });
}
