import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { FrozenBlockChanged, keepFrozen } from "#task-types/blocks/keep-frozen.ts";
import { hexToOklch } from "#task-types/design/colour.ts";
import type { GeneratedImage, NewArtifact, TextCall } from "#task-types/phase-run.ts";
import { findTaskType } from "#task-types/schemas.ts";
import { type Kept, type PipelineOutcome, type PipelineWorld, runPipeline } from "#worker/testing-pipeline.ts";

type Variation = { palette_name: string; colors: string[]; description: string; image_url: string };
type ConceptFile = { palette_name: string | null; format: string; size: string; url: string };

const body = {
  ...{ task_type: "concept_generation", logo_description: "A friendly logo with a leaf in a circle" },
  ...{ theme_description: "Warm coffee and caramel", num_palettes: 2 },
};
const plan = findTaskType("concept_generation")?.blocks;

const variationsOf = (result: JsonObject) => result.variations as Variation[];
const filesOf = (result: JsonObject, palette: string | null) =>
  (result.files as ConceptFile[]).filter(({ palette_name }) => palette_name === palette);

/** One first round for all, since every file of a concept is drawn. */
type First = PipelineOutcome & { stored: Map<string, NewArtifact>; kept: Kept };
async function firstRound(request: JsonObject, world: PipelineWorld = {}): Promise<First> {
  const stored = new Map<string, NewArtifact>();
  const kept: Kept = new Map();
  return { ...(await runPipeline(request, { ...world, stored, kept })), stored, kept };
}

async function sendBack(first: First, blocks: string[], feedback: string, world: PipelineWorld & { of?: JsonObject }) {
  const { of = body, ...more } = world;
  const stored = new Map(first.stored);
  const before = { content: null, result: first.result };
  const second = await runPipeline(of, {
    ...{ stored, kept: new Map(first.kept), feedback, previous: before, blocks },
    earlier: first.outputs as Record<string, Json>,
    ...more,
  });
  if (!plan) throw new Error("the type has no blocks");
  const after = keepFrozen(plan, before, second, blocks).result;
  const made = [...stored].flatMap(([reference, { name }]) => (first.stored.has(reference) ? [] : name));
  return { before: first.result, after, second, made, stored };
}

/** Everything but one palette, with all its files. */
function expectOthersKept(before: JsonObject, after: JsonObject, place: number): void {
  const [old, now] = [variationsOf(before), variationsOf(after)];
  expect(now.filter((_, at) => at !== place)).toEqual(old.filter((_, at) => at !== place));
  for (const name of [null, ...old.flatMap(({ palette_name }, at) => (at === place ? [] : palette_name))])
    expect(filesOf(after, name)).toEqual(filesOf(before, name));
  expect(after.image_url).toBe(before.image_url);
}

/** A provider's models: palettes and pixels, counted. */
function provider(...palettes: JsonObject[]) {
  const drawImage = vi.fn(async (): Promise<GeneratedImage> => {
    const red = { create: { width: 64, height: 64, channels: 3 as const, background: "#c02020" } };
    const bytes = new Uint8Array(await sharp(red).png().toBuffer());
    const said = { credit: null, alt: null, svg: null, modelId: "some/painter" };
    return { bytes, contentType: "image/png", width: 64, height: 64, ...said };
  });
  const asked = vi.fn(({ job }: TextCall<unknown>): JsonObject | null =>
    job === "concept.palettes" ? { palettes, warnings: [] } : null,
  );
  return { asked, drawImage, world: { answer: asked, models: { drawImage } } };
}
const plum = {
  name: "Plum",
  description: "Dark plum.",
  colors: ["#ffffff", "#5a1a4a", "#7a3a6a", "#8a2a3a", "#200a1a"],
};

let first: First;
beforeAll(async () => {
  first = await firstRound(body);
});

describe("one palette of a concept", () => {
  it("is turned as the built-in designer is asked, and every other file stays the file that it is", async () => {
    const name = variationsOf(first.result)[1]?.palette_name;
    const { before, after, second, made } = await sendBack(
      first,
      ["variations.1"],
      `“${name}”: in green, too dark`,
      {},
    );
    expectOthersKept(before, after, 1);
    const changed = variationsOf(after)[1];
    expect(changed?.palette_name).toBe("Green, lighter");
    const { h } = hexToOklch(changed?.colors[1] ?? "");
    expect(Math.abs(h - 150)).toBeLessThan(20);
    // Its own nine files and nothing else: two formats in four sizes, and the vector.
    expect(made).toHaveLength(9);
    expect(filesOf(after, "Green, lighter")).toHaveLength(9);
    expect(filesOf(after, name ?? null)).toEqual([]);
    expect([second.warnings, second.degraded]).toEqual([[], []]);
  });

  it("takes the colours that a remark gives by value, and says where contrast needed another", async () => {
    const words = "Primary #0a5cff, and #fff0a0 for the letters";
    const { after, second } = await sendBack(first, ["variations.0"], words, {});
    const colors = variationsOf(after)[0]?.colors ?? [];
    expect(colors[1]).toBe("#0a5cff");
    expect(colors[4]).not.toBe("#fff0a0");
    expect(second.warnings.join()).toContain("#fff0a0 would not stand out");
  });

  it("becomes another one where that is asked, and where nothing that can be followed is, with a warning", async () => {
    const another = await sendBack(first, ["variations.1"], "Another one, please", {});
    expectOthersKept(another.before, another.after, 1);
    expect(variationsOf(another.after)[1]?.colors).not.toEqual(variationsOf(first.result)[1]?.colors);
    expect(another.second.warnings).toEqual([]);
    const vague = await sendBack(first, ["variations.1"], "More like my grandmother's", {});
    expect(vague.second.warnings.join()).toContain("no colour, warmth or lightness in “More like my grandmother's”");
  });

  it("is asked of a provider alone; whatever more it answers is passed over, and the mark is not paid again", async () => {
    const { asked, drawImage, world } = provider(plum, { ...plum, name: "Meddled" });
    const { before, after, second } = await sendBack(first, ["variations.1"], "Plum instead", world);
    expectOthersKept(before, after, 1);
    expect(variationsOf(after)[1]).toMatchObject({ palette_name: "Plum", description: "Dark plum." });
    expect(JSON.stringify(after)).not.toContain("Meddled");
    expect([asked.mock.calls.length, drawImage.mock.calls.length]).toEqual([1, 0]);
    const [call] = asked.mock.calls[0] ?? [];
    expect(call?.prompt).toContain("Plum instead");
    expect(call?.input.stays).toMatchObject([{ name: variationsOf(before)[0]?.palette_name }]);
    expect(second.warnings).toEqual([]);
  });

  it("gets a name of its own, and stays where a model gives nothing else", async () => {
    const taken = variationsOf(first.result)[0]?.palette_name ?? "";
    const named = await sendBack(first, ["variations.1"], "Plum", provider({ ...plum, name: taken }).world);
    expect(variationsOf(named.after)[1]?.palette_name).toBe(`${taken} 2`);
    expectOthersKept(named.before, named.after, 1);
    const none = await sendBack(first, ["variations.1"], "Plum", provider().world);
    expect(variationsOf(none.after)[1]).toMatchObject({ palette_name: variationsOf(none.before)[1]?.palette_name });
    expect(none.second.warnings.join()).toContain("stayed as it was");
  });

  it("shows the mark of its own revision, whichever round drew another since", async () => {
    const later = { ...first.outputs, design: { svg: "<svg/>", image: "artifact:gone" } } as Record<string, Json>;
    const { after, stored } = await sendBack(first, ["variations.1"], "Warmer", { earlier: later });
    const svg = (palette: string | null) => {
      const { url } = filesOf(after, palette).find(({ format }) => format === "svg") ?? {};
      return new TextDecoder().decode(stored.get(`${url}`)?.bytes);
    };
    const shapes = (text: string) => text.replace(/#[0-9a-f]{6}/g, "");
    expect(shapes(svg(variationsOf(after)[1]?.palette_name ?? ""))).toBe(shapes(svg(null)));
  });

  it("draws nothing more once it is aborted", async () => {
    const controller = new AbortController();
    const answer = () => {
      controller.abort(new Error("taken away"));
      return { palettes: [plum], warnings: [] };
    };
    const round = sendBack(first, ["variations.1"], "Plum", { answer, signal: controller.signal });
    await expect(round).rejects.toThrow("taken away");
  });
});

describe("the mark of a concept", () => {
  it("is changed as asked and drawn in the palettes that there are; nobody is asked for palettes", async () => {
    const generate = vi.fn();
    const { before, after, second, stored } = await sendBack(first, ["mark"], "“Mark”: in a square, with a mountain", {
      models: { generate },
    });
    expect(generate).not.toHaveBeenCalled();
    const plain = (result: JsonObject) => variationsOf(result).map(({ image_url: _, ...palette }) => palette);
    expect(plain(after)).toEqual(plain(before));
    const svg = (result: JsonObject) => filesOf(result, null).find(({ format }) => format === "svg")?.url;
    const [old, now] = [before, after].map((each) => new TextDecoder().decode(stored.get(`${svg(each)}`)?.bytes));
    expect(old).toContain('"symbol":"leaf"');
    expect(now).toMatch(/"symbol":"mountain".*"container":"square"/);
    expect(after.image_url).not.toBe(before.image_url);
    const urls = (result: JsonObject) => variationsOf(result).map(({ image_url }) => image_url);
    expect(urls(after).filter((url) => urls(before).includes(url))).toEqual([]);
    expect(second.degraded).toEqual([]);
  });
});

describe("a mark of a provider's pixels", () => {
  const one = { ...body, num_palettes: 1 };
  let pixels: First;
  beforeAll(async () => {
    pixels = await firstRound(one, { models: provider().world.models });
  });

  it("is asked for once, and nobody for palettes", async () => {
    const { asked, drawImage, world } = provider();
    await sendBack(pixels, ["mark"], "Bolder", { ...world, of: one });
    expect([asked.mock.calls.length, drawImage.mock.calls.length]).toEqual([0, 1]);
  });

  it("is not paid again for a palette", async () => {
    const { drawImage, world } = provider();
    const { before, after, made } = await sendBack(pixels, ["variations.0"], "Warmer", {
      models: world.models,
      of: one,
    });
    expectOthersKept(before, after, 0);
    // No vector, since nobody drew shapes.
    expect([drawImage.mock.calls.length, made.length]).toEqual([0, 8]);
  });
});

describe("a refined concept", () => {
  const request = {
    ...{ task_type: "concept_refinement", refinement_prompt: "Rounder corners", preserve_aspects: ["shapes"] },
    original_image_url: "https://example.org/logo.svg",
  };
  const bytes = () => {
    const { url } = filesOf(first.result, null).find(({ format }) => format === "svg") ?? {};
    return first.stored.get(`${url}`)?.bytes ?? new Uint8Array();
  };
  const files = () => ({
    [request.original_image_url]: { name: "l.svg", contentType: "image/svg+xml", charset: "utf-8", bytes: bytes() },
  });

  let refined: First;
  beforeAll(async () => {
    refined = await firstRound(request, { files: files() });
  });

  it("has one palette turned, or kept with a warning where the words name nothing", async () => {
    const warmer = await sendBack(refined, ["variations.0"], "Cooler", { of: request, files: files() });
    expectOthersKept(warmer.before, warmer.after, 0);
    expect(variationsOf(warmer.after)[0]?.palette_name).toContain("cooler");
    expect([warmer.after.preserved, warmer.after.original_url]).toEqual([
      warmer.before.preserved,
      warmer.before.original_url,
    ]);
    const vague = await sendBack(refined, ["variations.0"], "Nicer", { of: request, files: files() });
    expect(variationsOf(vague.after)[0]?.colors).toEqual(variationsOf(vague.before)[0]?.colors);
    expect(vague.second.warnings.join()).toContain("“Nicer” names no colour");
  });

  it("keeps in its mark what was to be preserved", async () => {
    const { second } = await sendBack(refined, ["mark"], "With a mountain instead", { of: request, files: files() });
    expect(second.degraded.join()).toMatch(/"mountain".*shapes was to be preserved/);
  });
});

describe("what belongs to a palette that nobody named", () => {
  it.each<[string, (made: JsonObject) => void]>([
    ["a file of it", (made) => Object.assign((made.files as JsonObject[])[10] ?? {}, { url: "artifact:other" })],
    ["a file of the base", (made) => Object.assign((made.files as JsonObject[])[0] ?? {}, { url: "artifact:other" })],
    ["a file that is missing", (made) => void (made.files as JsonObject[]).splice(10, 1)],
    ["its picture", (made) => Object.assign(variationsOf(made)[0] ?? {}, { image_url: "artifact:other" })],
  ])("may not change: %s", (_, meddle) => {
    if (!plan) throw new Error("the type has no blocks");
    const made = structuredClone(first.result);
    meddle(made);
    const [before, after] = [first.result, made].map((result) => ({ content: null, result }));
    if (!before || !after) throw new Error("unreachable");
    expect(() => keepFrozen(plan, before, after, ["variations.1"])).toThrow(FrozenBlockChanged);
  });
});
