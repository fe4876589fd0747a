import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "#lib/contract/json.ts";
import { contrast, hexToOklch } from "#task-types/design/colour.ts";
import { rolesOf } from "#task-types/design/roles.ts";
import { drawMark } from "#worker/models/builtin/designer/draw-mark.ts";
import { makePalettes } from "#worker/models/builtin/designer/make-palettes.ts";
import { readBrief, symbolNamed } from "#worker/models/builtin/designer/read-brief.ts";
import { type PipelineOutcome, runPipeline } from "#worker/testing-pipeline.ts";

type Variation = { palette_name: string; colors: string[]; description: string; image_url: string };
type ConceptFile = { palette_name: string | null; format: string; size: string; url: string };

const logo = 'A friendly logo for the coffee roastery "Nordlicht" in a circle';
const generate = (more: JsonObject = {}) =>
  runPipeline({
    task_type: "concept_generation",
    logo_description: logo,
    theme_description: "Warm coffee and caramel",
    num_palettes: 2,
    ...more,
  });
const bytesOf = ({ files }: PipelineOutcome, url: unknown) => files.get(`${url}`)?.bytes ?? new Uint8Array();

async function refine(original: Uint8Array, more: JsonObject): Promise<PipelineOutcome> {
  const original_image_url = "https://example.org/logo.png";
  const file = { name: "logo.png", contentType: "image/png", charset: "utf-8", bytes: original };
  return runPipeline(
    { task_type: "concept_refinement", original_image_url, refinement_prompt: "Rounder and calmer", ...more },
    { files: { [original_image_url]: file } },
  );
}

/** The design that an outcome's SVG says it has. */
function designOf(outcome: PipelineOutcome): JsonObject {
  const svg = (outcome.result.files as ConceptFile[]).find(
    ({ format, palette_name }) => format === "svg" && palette_name === null,
  );
  const text = new TextDecoder().decode(bytesOf(outcome, svg?.url));
  return JSON.parse(/<metadata>(.*?)<\/metadata>/.exec(text)?.[1] ?? "{}").design;
}

describe("concept_generation", () => {
  test("palettes have names of their own, valid colours and contrasts that hold", async () => {
    const { result } = await generate({ num_palettes: 15 });
    const variations = result.variations as Variation[];
    expect(variations).toHaveLength(15);
    expect(new Set(variations.map(({ palette_name }) => palette_name)).size).toBe(15);
    for (const { colors } of variations) {
      const [ground = "", primary = "", secondary = "", accent = "", ink = ""] = colors;
      for (const shape of [primary, secondary, accent]) expect(contrast(shape, ground)).toBeGreaterThanOrEqual(3);
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
    }
  }, 180_000);

  test("each palette comes as PNG and JPG in four sizes, and as SVG", async () => {
    const outcome = await generate();
    const files = outcome.result.files as ConceptFile[];
    expect(files).toHaveLength(3 * 9);
    const small = files.find(({ format, size }) => format === "jpg" && size === "small");
    expect(await sharp(bytesOf(outcome, small?.url)).metadata()).toMatchObject({
      format: "jpeg",
      width: 256,
      height: 256,
    });
    const [first, second] = outcome.result.variations as Variation[];
    for (const variation of [first, second]) {
      const { data } = await sharp(bytesOf(outcome, variation?.image_url))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const corner = `#${[...data.subarray(0, 3)].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
      expect(corner).toBe(variation?.colors[0]);
    }
    expect(outcome.degraded).toEqual([]);
  });

  test("the mark keeps its safe area", async () => {
    const outcome = await generate();
    const { data, info } = await sharp(bytesOf(outcome, outcome.result.image_url))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const ground = data.subarray(0, 3);
    const margin = Math.floor(info.width / 8) - 2;
    for (let x = 0; x < info.width; x++) {
      const at = (margin * info.width + x) * 3;
      expect(data.subarray(at, at + 3)).toEqual(ground);
    }
  });

  test.each([
    ["A leaf for an organic farm", "leaf", "none", ""],
    ["Monogram of the letters AB in a hexagon", "letters", "hexagon", ""],
    ["A badge with a mountain for Alpine Trails", "mountain", "ring", "Alpine Trails"],
    [logo, "coffee", "circle", "Nordlicht"],
  ])("reads %s", (description, symbol, container, name) => {
    expect(readBrief(description, "")).toMatchObject({ symbol, container, name });
  });
});

describe("a change of a mark", () => {
  test.each([
    ["With a mountain instead", "mountain"],
    ["Turn it into a leaf, in green", "leaf"],
    ["Use an anchor, sharper corners", "anchor"],
    ["A friendly giraffe and an oak leaf instead", "leaf"],
  ])("that names a new sign gets it: %s", (change, symbol) => {
    expect(symbolNamed(change)).toBe(symbol);
  });

  test.each([
    ...["Rounder corners and a calmer mark", "Warmer and cleaner", "Make the green darker, keep the rest"],
    ...[
      "Drop the frame",
      "A lighter design with more space",
      "In a bright green",
      "Next to the name, with a bolder look",
    ],
    ...["Simple, premium, trustworthy", "Place the sun lower"],
  ])("that says how it is to be keeps its sign: %s", (change) => {
    expect(symbolNamed(change)).toBeNull();
  });
});

describe("concept_refinement", () => {
  test("changes what is asked and keeps what is named", async () => {
    const first = await generate();
    const change = "A square frame with a mountain, sharper corners, in green";
    const kept = await refine(bytesOf(first, first.result.image_url), {
      refinement_prompt: change,
      preserve_aspects: ["colors", "shapes"],
    });
    expect(designOf(kept)).toEqual({ ...designOf(first), container: "square", soft: false });
    expect((kept.result.variations as Variation[])[0]?.colors).toEqual(
      (first.result.variations as Variation[])[0]?.colors,
    );
    expect((kept.result.preserved as JsonObject[]).map(({ aspect }) => aspect)).toEqual(["colors", "shapes"]);
    expect(kept.degraded).toEqual([expect.stringMatching(/"mountain".*shapes was to be preserved/)]);
  });

  test("turns to the hue that is asked for where colours are free", async () => {
    const first = await generate();
    const green = await refine(bytesOf(first, first.result.image_url), { refinement_prompt: "Rounder, in green" });
    const [, primary = "#000000"] = (green.result.variations as Variation[])[0]?.colors ?? [];
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(primary.slice(at, at + 2), 16));
    expect(g).toBeGreaterThan(Math.max(r, b));
  });

  test("draws a stranger's picture anew in its colours, and says so", async () => {
    const stranger = await sharp({ create: { width: 200, height: 200, channels: 3, background: "#204080" } })
      .png()
      .toBuffer();
    const outcome = await refine(stranger, { logo_description: "A rocket", preserve_aspects: ["colors", "layout"] });
    expect(outcome.degraded).toEqual([expect.stringContaining("does not say how it was built")]);
    expect((outcome.result.preserved as JsonObject[])[1]?.note).toMatch(/^Not kept/);
    expect(Buffer.compare(bytesOf(outcome, outcome.result.original_url), stranger)).toBe(0);
  });
});

describe("a brief is read", () => {
  test.each([
    [
      "Monogram for the law firm Hartley Brooks & Lane, classic serif lettering in a shield",
      "letters",
      "HBL",
      "shield",
    ],
    ["Craft brewery 'Iron Fox' badge with a fox and hops", "fox", "IF", "ring"],
    ["A logo for Smith and Sons, with a modern touch and a key", "key", "SS", "none"],
    ["Playful dinosaur logo for a children's museum", "dinosaur", "", "none"],
  ])("%s", (description, symbol, letters, container) => {
    expect(readBrief(description, "")).toMatchObject({ symbol, letters, container });
  });

  test("names are taken whole, and drawn whole at whatever size", () => {
    expect(readBrief("A mark for the law firm Hartley Brooks & Lane in London", "").name).toBe("Hartley Brooks & Lane");
    const design = readBrief("A friendly logo for a dog walking app called Wagly", "");
    const svg = drawMark(design, rolesOf(["#ffffff", "#dc6d0d", "#2c93c8", "#e96c66", "#26170d"]));
    expect(design.name).toBe("Wagly");
    expect(svg).not.toContain("NaN");
  });

  test("in German too", async () => {
    const outcome = await generate({
      logo_description: "Logo für eine Bäckerei namens Sonnenkorn mit einer Ähre",
      theme_description: "Warme Herbsttöne",
      language: "German",
      num_palettes: 1,
    });
    expect(designOf(outcome)).toMatchObject({ symbol: "wheat", name: "Sonnenkorn" });
    expect(outcome.warnings).toEqual([]);
  });

  test("what has no sign is said, and what another takes its place", async () => {
    const { degraded } = await generate({ logo_description: "A logo with a giraffe for a shop", num_palettes: 1 });
    expect(degraded).toEqual([expect.stringMatching(/no sign for "giraffe"; the mark shows/)]);
  });
});

describe("a theme's colours are seen as themselves", () => {
  const first = (theme: string) => makePalettes(theme, 1).palettes[0]?.colors.map(hexToOklch) ?? [];

  test("orange on a light ground is no brown", () => {
    expect(first("Cheerful orange and sky blue")[1]).toMatchObject({ h: expect.closeTo(52, -1) });
    expect(first("Cheerful orange and sky blue")[1]?.l).toBeGreaterThan(0.6);
  });

  test("dark green and gold is gold on dark green, navy is dark, yellow is the ground", () => {
    const [ground, primary] = first("Dark green and gold, heritage");
    expect([ground?.l, primary?.l]).toEqual([expect.closeTo(0.3, 1), expect.closeTo(0.8, 1)]);
    expect(primary?.h).toBeCloseTo(80, -1);
    expect(first("Professional navy and teal")[1]?.l).toBeLessThan(0.4);
    expect(first("Yellow and white, optimistic")[0]?.c).toBeGreaterThan(0.12);
  });
});
