import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { readNewTask } from "#domain/tasks/new-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { letter } from "#lib/media/lettering.ts";
import { checkModels } from "#lib/models/check-models.ts";
import { phasesFor } from "#task-types/define-task-type.ts";
import { typeset } from "#worker/models/builtin/painter/typeset.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

let page: Uint8Array;

beforeAll(async () => {
  const words = {
    kicker: "",
    title: "Harbour Bell rings at noon",
    ink: "#111111",
    quiet: "#111111",
    accent: "#ffffff",
  };
  const svg = await typeset({ ...words, width: 700, height: 260 });
  page = await sharp(new Resvg(svg).render().asPng()).flatten({ background: "#ffffff" }).png().toBuffer();
});

const base64 = () => Buffer.from(page).toString("base64");
const task = (input: JsonObject, more: JsonObject = {}): JsonObject => ({
  task_type: "image_to_text",
  model_name: "builtin/reader",
  input_data: input,
  ...more,
});

/** Words in outlines, so that no font of the machine is needed. */
const set = (text: string, x: number, y: number) =>
  `<path d="${letter(text, "plain", 28).d}" transform="translate(${x} ${y})"/>`;

describe("image_to_text", () => {
  test("reads words, where they stand, and how sure it is", async () => {
    const { result, content, degraded } = await runPipeline(
      task({ image_base64: `data:image/png;base64,${base64()}` }),
    );
    expect(content?.replace(/\s+/g, " ")).toBe("Harbour Bell rings at noon");
    expect(result.confidence).toBeGreaterThan(80);
    const words = result.words as { text: string; box: { x: number; y: number; width: number; height: number } }[];
    expect(words.map(({ text }) => text)).toEqual(["Harbour", "Bell", "rings", "at", "noon"]);
    for (const { box } of words) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(700);
      expect(box.y + box.height).toBeLessThanOrEqual(260);
      expect(box.height).toBeGreaterThan(10);
    }
    expect(degraded).toEqual([]);
  });

  test("reads what lies behind an address, and an upload", async () => {
    const file = { name: "page.png", contentType: "image/png", charset: "utf-8", bytes: page };
    const upload = "0190a4b8-7d1e-7c3a-8f4e-1b2c3d4e5f60";
    const files = { "https://example.org/page.png": file, [upload]: file };
    const byAddress = await runPipeline(task({ image_url: "https://example.org/page.png" }), { files });
    const byUpload = await runPipeline(task({ upload }), { files });
    expect([byAddress.result.text, byUpload.result.text]).toEqual(Array(2).fill(expect.stringContaining("Harbour")));
    const shown = byAddress.files.get(String(byAddress.result.picture_url));
    expect(await sharp(shown?.bytes).metadata()).toMatchObject({ format: "webp", width: 700, height: 260 });
  });

  test.each([90, 180, 270])(
    "reads a page that was turned by %i degrees, and says where on it the words stand",
    async (turn) => {
      const turned = await sharp(page).rotate(turn).png().toBuffer({ resolveWithObject: true });
      const { result, content } = await runPipeline(task({ image_base64: turned.data.toString("base64") }));
      expect(content?.replace(/\s+/g, " ")).toBe("Harbour Bell rings at noon");
      const [first] = result.words as { box: { x: number; y: number; width: number; height: number } }[];
      const { left = 0, top = 0, width = 0, height = 0 } = { left: first?.box.x, top: first?.box.y, ...first?.box };
      // In the part of the picture where the turn has put the page's upper left.
      expect((left + width / 2) / turned.info.width > 0.5).toBe(turn === 90 || turn === 180);
      expect((top + height / 2) / turned.info.height > 0.5).toBe(turn === 180 || turn === 270);
    },
  );

  test("reads the cells of a ruled table row by row", async () => {
    const rows = [
      ["Region", "Sales", "Change"],
      ["North", "1,204", "14.4%"],
      ["South", "987", "2.5%"],
    ];
    const cells = rows.flatMap((row, y) =>
      row.map(
        (text, x) =>
          `<rect x="${40 + x * 240}" y="${40 + y * 66}" width="240" height="66" fill="none" stroke="#333" stroke-width="2"/>${set(text, 60 + x * 240, 82 + y * 66)}`,
      ),
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="280"><rect width="800" height="280" fill="#fff"/>${cells.join("")}</svg>`;
    const table = Buffer.from(new Resvg(svg).render().asPng()).toString("base64");
    const { content } = await runPipeline(task({ image_base64: table }));
    expect(content?.split("\n").map((row) => row.split("\t"))).toEqual(rows);
  });

  test("an empty picture has no words, and that is said", async () => {
    const white = await sharp({ create: { width: 200, height: 100, channels: 3, background: "#ffffff" } })
      .png()
      .toBuffer();
    const { result, warnings } = await runPipeline(task({ image_base64: white.toString("base64") }));
    expect(result).toMatchObject({ text: "", words: [] });
    expect(warnings).toEqual(["No words were found in the picture."]);
  });

  test("what is no picture fails with words that help", async () => {
    const notes = Buffer.from("no picture at all").toString("base64");
    await expect(runPipeline(task({ image_base64: notes }))).rejects.toThrow(/must be a whole PNG/);
  });

  test("a caption needs a model that sees: creation is refused without one, taken with one", () => {
    const asks = (model: string) => {
      const body = task({ image_base64: base64(), mode: "caption" }, { model_name: model });
      const { taskType, request, common } = readNewTask(body);
      return checkModels({
        phases: phasesFor(taskType, request ?? {}, common),
        choice: { modelName: model, modelsByPhase: {}, qualityPreference: "balanced" },
        settings: { allowSubstitution: true, modelAliases: {}, modelTiers: {}, modelPrices: {} },
        environment: { OPENAI_API_KEY: "a key" },
      });
    };
    expect(() => asks("builtin/reader")).toThrow(expect.objectContaining({ code: "MODEL_NOT_FOUND", status: 422 }));
    expect(() => asks("Salesforce/blip-image-captioning-base")).toThrow(/cannot be had/);
    expect(asks("openai/gpt-4o").generate?.modelId).toBe("openai/gpt-4o");
  });
});
