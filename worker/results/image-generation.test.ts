import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { runPipeline } from "#worker/testing-pipeline.ts";

const prompt = "A red lighthouse on a cliff at dawn";

async function draw(input: Record<string, string | number>, parameters: Record<string, string | number> = {}) {
  const outcome = await runPipeline({
    task_type: "image_generation",
    model_name: "builtin/painter",
    input_data: { prompt, width: 256, height: 192, ...input },
    parameters,
  });
  const images = outcome.result.images as { url: string; width: number; height: number }[];
  return { ...outcome, images, files: images.map(({ url }) => outcome.files.get(url)?.bytes ?? new Uint8Array()) };
}

/** How far two pictures differ, 0–255. */
async function difference(left: Uint8Array, right: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([left, right].map((png) => sharp(png).removeAlpha().raw().toBuffer()));
  if (!a || !b) throw new Error("two pictures were to be compared");
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

describe("image_generation", () => {
  test("draws PNGs of the asked size and number, each its own", async () => {
    const { images, files, degraded } = await draw({ num_images: 2, seed: 7 });
    expect(images.map(({ width, height }) => [width, height])).toEqual([
      [256, 192],
      [256, 192],
    ]);
    for (const file of files)
      expect(await sharp(file).metadata()).toMatchObject({ format: "png", width: 256, height: 192 });
    expect(await difference(files[0] as Uint8Array, files[1] as Uint8Array)).toBeGreaterThan(2);
    expect(degraded).toEqual([]);
  });

  test("the same seed gives the same picture, wherever it stands", async () => {
    const [left, right] = await Promise.all([draw({ seed: 5 }), draw({}, { seed: 5 })]);
    expect(Buffer.from(left.files[0] ?? []).equals(Buffer.from(right.files[0] ?? []))).toBe(true);
  });

  test("what is named is seen: red is there where a red lighthouse is, and gone when it is left out", async () => {
    const [shown, without] = await Promise.all([draw({ seed: 7 }), draw({ seed: 7, negative_prompt: "lighthouse" })]);
    expect(await redShare(shown.files[0])).toBeGreaterThan((await redShare(without.files[0])) + 0.003);
  });

  test.each(["cartoon", "watercolor", "oil painting", "pencil sketch", "pixel art"])(
    "draws in the style of %s",
    async (style) => {
      const [plain, styled] = await Promise.all([draw({ seed: 7 }), draw({ seed: 7, prompt: `${prompt}, ${style}` })]);
      expect(await difference(plain.files[0] as Uint8Array, styled.files[0] as Uint8Array)).toBeGreaterThan(0.3);
      expect(styled.degraded).toEqual([]);
    },
  );

  test("says so when it is asked for a photograph, or for something that it cannot draw", async () => {
    const photo = await draw({ prompt: "Photograph of a lighthouse" });
    const thought = await draw({ prompt: "Epistemic humility" });
    expect(photo.degraded).toEqual([expect.stringContaining("draws illustrations")]);
    expect(thought.degraded).toEqual([expect.stringContaining("abstract composition")]);
  });
});

async function redShare(png: Uint8Array | undefined): Promise<number> {
  const pixels = await sharp(png).removeAlpha().raw().toBuffer();
  let red = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    if (r > 130 && r > g * 1.8 && r > b * 1.8) red++;
  }
  return red / (pixels.length / 3);
}
