import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readNewTask } from "#domain/tasks/new-task.ts";
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
    const signal = new AbortController().signal;
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
    expect(loudnessOf(await decodeSound(film, "mp4", new AbortController().signal))).toBeGreaterThan(0.01);
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

  test("logo, opening, closing and music can be uploads: all are in the film that comes out", async () => {
    const clip = await makeClip();
    const logo = sharp({ create: { width: 90, height: 60, channels: 3, background: "#ff00ff" } });
    const files = {
      [ids.logo]: fileOf("image/png", new Uint8Array(await logo.png().toBuffer())),
      [ids.intro]: fileOf("video/mp4", clip),
      [ids.outro]: fileOf("video/x-m4v", clip),
      [ids.music]: fileOf("audio/mp4", clip),
    };
    const bare = await runPipeline(task({ segments: 1 }));
    const outcome = await runPipeline(task({ segments: 1, ...uploads }), { files });
    expect(outcome.degraded).toEqual([]);
    expect(outcome.warnings).toEqual([]);
    const film = bytesOf(outcome, outcome.result.video_url);
    expect(await inspect(film)).toMatchObject({
      video: { width: 320, height: 180 },
      audio: { codec: "aac" },
      faults: [],
    });
    const seconds = Number(outcome.result.duration_seconds);
    expect(seconds).toBeCloseTo(Number(bare.result.duration_seconds) + 4, 1);
    const [segment] = outcome.result.segments as Segment[];
    expect(await logoAt(film, (segment?.start ?? 0) + 1)).toBeGreaterThan(50);
    expect(await logoAt(bytesOf(bare, bare.result.video_url), 3.6)).toBe(0);
  });

  test("uploads that cannot be read are left out, each with its field and why, and the film is made", async () => {
    const clip = await makeClip();
    const files = {
      [ids.logo]: fileOf("image/png", new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0])),
      [ids.intro]: fileOf("video/mp4", clip.slice(0, clip.length / 2)),
      [ids.outro]: fileOf("image/png", clip),
      [ids.music]: fileOf("audio/mpeg", new TextEncoder().encode("This is no music at all.")),
    };
    const outcome = await runPipeline(task({ segments: 1, test_mode: true, ...uploads }), { files });
    expect(outcome.degraded.toSorted()).toEqual([
      expect.stringMatching(/^bgm_upload_id was left out: it is broken, or holds no sound \(/),
      expect.stringMatching(/^intro_video_upload_id was left out: it is broken, or holds no film \(/),
      expect.stringMatching(/^logo_upload_id was left out: it is broken, or holds no picture \(/),
      expect.stringMatching(/^outro_video_upload_id was left out: it is image\/png, and must be MP4, MOV/),
    ]);
    expect((await inspect(bytesOf(outcome, outcome.result.video_url))).faults).toEqual([]);
  });

  test("one thing is given in one way", () => {
    const both = { logo_url: "https://example.org/a.png", logo_upload_id: ids.logo };
    expect(() => readNewTask(task(both))).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ field: "logo_upload_id" }) }),
    );
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
    const running = runPipeline(task({ story_prompt: story.repeat(20), segments: "maximum", resolution: "1280*720" }), {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error("cancelled by a test")), 1500);
    await expect(running).rejects.toThrow("cancelled by a test");
  });
});

const idOf = (digit: number) => `0198c0de-0000-7000-8000-00000000000${digit}`;
const ids = { logo: idOf(1), intro: idOf(2), outro: idOf(3), music: idOf(4) };
const uploads = {
  ...{ logo_upload_id: ids.logo, intro_video_upload_id: ids.intro },
  ...{ outro_video_upload_id: ids.outro, bgm_upload_id: ids.music },
};
const fileOf = (contentType: string, bytes: Uint8Array) => ({ name: "given", contentType, charset: "utf-8", bytes });

/** How many pixels of one frame are of the logo's colour. */
function logoAt(film: Uint8Array, seconds: number): Promise<number> {
  return withScratchFolder(async (folder) => {
    const [path, frame] = [join(folder, "film.mp4"), join(folder, "frame.png")];
    await writeFile(path, film);
    await runFfmpeg(["-ss", `${seconds}`, "-i", path, "-frames:v", "1", frame], {
      signal: new AbortController().signal,
    });
    const { data, info } = await sharp(frame).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    let found = 0;
    for (let at = 0; at < data.length; at += info.channels) {
      if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 255) < 60 && (data[at + 2] ?? 0) > 200) found++;
    }
    return found;
  });
}

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
      signal: new AbortController().signal,
    });
    return new Uint8Array(await readFile(path));
  });
}
