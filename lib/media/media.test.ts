import { describe, expect, test } from "vitest";
import { readBanner } from "./find-ffmpeg.ts";
import { letter } from "./lettering.ts";
import { outlineText } from "./outline-text.ts";
import { runFfmpeg } from "./run-ffmpeg.ts";
import { decodeWav, durationOf, encodeWav, joinSounds, loudnessOf, placeSound, resample, type Sound } from "./wav.ts";

const tone = (seconds: number, sampleRate = 8000): Sound => ({
  sampleRate,
  samples: Int16Array.from(
    { length: seconds * sampleRate },
    (_, at) => 10_000 * Math.sin((at * 440 * 2 * Math.PI) / sampleRate),
  ),
});

describe("sound", () => {
  test("comes back from a WAV file as it went in", () => {
    expect(decodeWav(encodeWav(tone(0.1)))).toEqual(tone(0.1));
    expect(() => decodeWav(new Uint8Array(100))).toThrow("it is no WAV file");
  });

  test("is joined, resampled and placed to the sample", () => {
    expect(durationOf(joinSounds([tone(1), tone(1)], 0.5))).toBe(2.5);
    const fine = resample(tone(1), 44_100);
    expect(fine.samples).toHaveLength(44_100);
    expect(loudnessOf(fine)).toBeCloseTo(loudnessOf(tone(1)), 2);
    const placed = placeSound(tone(1), 8000, 2, 0.5);
    expect(durationOf(placed)).toBe(2);
    expect(placed.samples.subarray(0, 4000).every((sample) => sample === 0)).toBe(true);
    expect(placed.samples.subarray(4000, 12_000)).toEqual(tone(1).samples);
  });
});

describe("ffmpeg", () => {
  test.each([
    ["ffmpeg version n7.0-7-gd38bf5e08e Copyright (c) 2000-2024 the FFmpeg developers", true],
    ["ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2025 the FFmpeg developers", true],
    ["ffmpeg version 4.4.2 Copyright (c) 2000-2021 the FFmpeg developers", false],
    ["ffmpeg version N-47683-g0e8eb07980-static Copyright (c) 2000-2018 the FFmpeg developers", false],
    ["ffmpeg version N-120000-gabcdef Copyright (c) 2000-2025 the FFmpeg developers", true],
  ])("%s may read files from outside: %s", (banner, readsForeignFiles) => {
    expect(readBanner(banner)).toMatchObject({ readsForeignFiles });
  });

  test("is killed by its signal", async () => {
    const controller = new AbortController();
    const endless = ["-f", "lavfi", "-i", "testsrc=size=64x64", "-f", "null", "-"];
    const running = runFfmpeg(endless, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 300);
    await expect(running).rejects.toThrow("enough");
  });

  test("says what was wrong, without our paths", async () => {
    const running = runFfmpeg(["-i", "/nowhere/at/all.mp4", "-f", "null", "-"], {
      signal: AbortSignal.timeout(60_000),
    });
    await expect(running).rejects.toThrow(/^ffmpeg failed: (?!.*nowhere)/);
  });
});

test("text becomes outlines where it stood", () => {
  const svg = outlineText('<text x="50" y="20" text-anchor="middle" font-size="10" fill="#123456">A &amp; B</text>');
  expect(svg).toMatch(/^<path d="M[^"]+" fill="#123456" transform="translate\([\d.]+ 20\.00\)"\/>$/);
});

test("every letter is drawn at every size", () => {
  for (let size = 60; size < 110; size += 0.37) {
    for (const typeface of ["sans", "serif", "plain"] as const) {
      expect(letter("Wagly Größe", typeface, size, -0.01).d, `${typeface} at ${size}`).toMatch(
        /^(?:[MLQC](?:-?[\d.]+ ?)+|Z)+$/,
      );
    }
  }
});
