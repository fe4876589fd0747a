import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { probe } from "#lib/media/probe.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import { decodeWav, durationOf, loudnessOf } from "#lib/media/wav.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

const text = "The harbour bell rings twice before the ferry leaves. Nobody on the quay looks up.";

function task(input: Record<string, string | number>, more: Record<string, string> = {}) {
  return { task_type: "text_to_speech", model_name: "builtin/voice", input_data: { text, ...input }, ...more };
}

async function speak(input: Record<string, string | number>, more: Record<string, string> = {}) {
  const outcome = await runPipeline(task(input, more));
  const file = outcome.files.get(`${outcome.result.audio_url}`);
  if (!file) throw new Error("the result names no file");
  return { ...outcome, file };
}

describe("text_to_speech", () => {
  test("speaks as 16-bit PCM that lasts as long as reading does", async () => {
    const { result, file, degraded } = await speak({ format: "wav" });
    expect(file.contentType).toBe("audio/wav");
    expect(Buffer.from(file.bytes.subarray(0, 4)).toString()).toBe("RIFF");
    const sound = decodeWav(file.bytes);
    expect(durationOf(sound)).toBeCloseTo(Number(result.duration_seconds), 2);
    // 15 words at 100 to 240 a minute.
    expect(result.duration_seconds).toBeGreaterThan(3.7);
    expect(result.duration_seconds).toBeLessThan(9);
    expect(loudnessOf(sound)).toBeGreaterThan(0.02);
    expect(degraded).toEqual([]);
  });

  test.each([
    ["mp3", "mp3"],
    ["ogg", "vorbis"],
  ])("writes %s", async (format, codec) => {
    const { result, file } = await speak({ format });
    const found = await withScratchFolder(async (folder) => {
      const path = join(folder, "sound");
      await writeFile(path, file.bytes);
      return probe(path, new AbortController().signal);
    });
    expect(found.audio?.codec).toBe(codec);
    expect(Math.abs(found.duration - Number(result.duration_seconds))).toBeLessThan(0.2);
  });

  test("speaks faster and slower", async () => {
    const [slow, fast] = await Promise.all([speak({ rate: 0.5 }), speak({ rate: 2 })]);
    const ratio = Number(slow.result.duration_seconds) / Number(fast.result.duration_seconds);
    expect(ratio).toBeGreaterThan(2.5);
  });

  test("speaks long texts in parts", async () => {
    const long = Array.from({ length: 12 }, (_, index) => `Sentence ${index} says that ${text}`)
      .join(" ")
      .repeat(2);
    const { result } = await speak({ text: long });
    expect(result.duration_seconds).toBeGreaterThan(80);
  });

  test("lets the nearest voice speak where the asked one is not to be had, and says so", async () => {
    const { degraded } = await speak({ voice: "en-GB-SoniaNeural" });
    expect(degraded).toEqual([expect.stringMatching(/en-GB-SoniaNeural.*English \(Great Britain\) speaks instead/)]);
  });

  test("knows its own voices, and languages by name", async () => {
    const english = await speak({ voice: "en-gb" });
    const german = await speak({ text: "Guten Morgen, liebe Leute." }, { language: "German" });
    expect([...english.degraded, ...german.degraded]).toEqual([]);
  });

  test("says so where a model is not to be had", async () => {
    const { degraded } = await runPipeline({ ...task({}), model_name: "suno/bark" });
    expect(degraded).toEqual([expect.stringContaining("suno/bark")]);
  });

  test("fails where no voice speaks the language", async () => {
    await expect(speak({}, { language: "Tagalog" })).rejects.toThrow(/No voice speaks Tagalog/);
  });

  test("stops when it is aborted", async () => {
    await expect(runPipeline(task({}), { signal: AbortSignal.abort() })).rejects.toThrow(/abort|timeout/i);
  });
});
