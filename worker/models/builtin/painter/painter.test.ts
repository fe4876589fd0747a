import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawCover } from "./cover.ts";
import { painter } from "./painter.ts";

const draw = async (input: { title: string; keywords?: string[] }, size: `${number}x${number}` = "1200x630") => {
  const { images } = await painter.doGenerate({
    prompt: "",
    n: 1,
    size,
    aspectRatio: undefined,
    seed: undefined,
    files: undefined,
    mask: undefined,
    providerOptions: { builtin: { job: "article.cover", input } },
  });
  return images[0] as Uint8Array;
};

describe("a cover", () => {
  it.each(["1200x630", "1080x1080", "600x900"] as const)("is a PNG of %s", async (size) => {
    const [width, height] = size.split("x").map(Number);
    expect(await sharp(await draw({ title: "How tides shape estuaries" }, size)).metadata()).toMatchObject({
      format: "png",
      width,
      height,
    });
  });

  it("is the same for the same article, and another one for another", async () => {
    const first = await draw({ title: "Sleep", keywords: ["rest"] });
    expect(Buffer.compare(await draw({ title: "Sleep", keywords: ["rest"] }), first)).toBe(0);
    expect(Buffer.compare(await draw({ title: "Sleep and work", keywords: ["rest"] }), first)).not.toBe(0);
  });

  it("takes its colours from what the article is about", async () => {
    const cover = { kicker: "", width: 1200, height: 630 };
    const sea = await drawCover({ ...cover, title: "Tides", keywords: ["sea"] });
    expect(sea).toMatch(/#0f4c5c|#123f4d/);
  });

  it("fills the picture with more than one colour, and sets the title in outlines", async () => {
    const { channels } = await sharp(await draw({ title: "Warehouse performance 2024" })).stats();
    for (const { stdev } of channels.slice(0, 3)) expect(stdev).toBeGreaterThan(10);
    const cover = await drawCover({
      title: "Ärger über Łódź",
      kicker: "Städte",
      keywords: [],
      width: 1200,
      height: 630,
    });
    expect(cover).not.toContain("<text");
    expect(cover).toContain("<path");
  });

  it("goes without words where its fonts lack the script, rather than draw empty boxes", async () => {
    const cover = await drawCover({ title: "東京の夜", kicker: "", keywords: [], width: 1200, height: 630 });
    expect(cover).not.toContain("clipPath");
    expect((await draw({ title: "東京の夜" })).length).toBeGreaterThan(1000);
  });

  it("keeps the longest title within its room", async () => {
    const title = "Donaudampfschifffahrtsgesellschaftskapitän ".repeat(4).trim().slice(0, 200);
    expect((await draw({ title })).length).toBeGreaterThan(1000);
  });
});
