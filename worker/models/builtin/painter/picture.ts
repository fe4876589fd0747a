import { renderAsync } from "@resvg/resvg-js";
import * as z from "zod";
import { languageCode } from "#task-types/text/language.ts";
import { compositions } from "./compositions.ts";
import { drawCover } from "./cover.ts";
import { finishPicture } from "./finish-picture.ts";
import { choosePalette } from "./palettes.ts";
import { randomFrom } from "./random.ts";
import { drawScene } from "./scene/draw-scene.ts";
import { fromGerman } from "./scene/german.ts";
import { chooseStyle, dressScene, styleInPrompt } from "./styles.ts";
import { canWrite } from "./typeset.ts";

export const pictureSchema = z.object({
  prompt: z.string(),
  negative: z.string().default(""),
  seed: z.union([z.string(), z.number()]),
  /** A style by name; null leaves it to the prompt's words. */
  style: z.string().nullable().default(null),
  /** Colours that things wear, from a theme. */
  colours: z.array(z.string()).default([]),
  /** A name or tag of the description's language. */
  language: z.string().default("English"),
  /** What is told before and after it, nearest first, whose things a description is shown with that names none. */
  around: z.array(z.string()).default([]),
  /** Words will be set low in the picture, the same that are told. */
  captioned: z.boolean().default(false),
  /** Set in large letters where the words name nothing that could be drawn; null leaves an abstract picture. */
  title: z.string().nullable().default(null),
});

export type Picture = {
  png: Uint8Array;
  alt: string;
  /** What could not be done as asked. */
  degraded: string[];
};

type Size = { width: number; height: number };

/** A description as an illustration: what it names is drawn, in its hour, weather and style. The same seed, the same picture. */
export async function drawPicture(
  input: z.output<typeof pictureSchema>,
  size: Size,
  signal: AbortSignal | null,
): Promise<Picture> {
  const { prompt, negative, style: wanted, colours, title, captioned } = input;
  const understood = languageCode(input.language) === "de" ? fromGerman : (text: string) => text;
  const seed = `${prompt}|${input.seed}`;
  const chosen = wanted ? chooseStyle(wanted) : (styleInPrompt(prompt) ?? { style: "flat" as const, isExact: true });
  const scene = drawScene({
    ...size,
    prompt: understood(prompt),
    negative: understood(negative),
    around: input.around.map(understood),
    seed,
    theme: colours,
    outlined: chosen.style === "cartoon",
    captioned,
  });
  const degraded = chosen.isExact
    ? []
    : [
        `builtin/painter draws illustrations: "${wanted ?? "a photograph"}" was drawn as ${chosen.style.replace("_", " ")}.`,
      ];
  const { isEmpty, subjects } = scene.scene;
  if (isEmpty && title === null) {
    degraded.push(
      "The description names nothing that builtin/painter can draw; the picture is an abstract composition.",
    );
  }
  const content = isEmpty ? await abstract(prompt, captioned ? null : title, seed, size) : scene.svg;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">${dressScene(content, chosen.style, Math.min(size.width, size.height))}</svg>`;
  // Rasterises on a thread of its own, so that leases and other tasks go on meanwhile.
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } }, signal);
  const png = await finishPicture(new Uint8Array(image.asPng()), chosen.style, seed);
  const things = subjects.map(({ motif }) => motif.words.split("|")[0]).join(", ");
  return {
    png,
    degraded,
    alt: isEmpty ? (title ?? "Abstract composition") : `Illustration: ${things || prompt.slice(0, 120)}`,
  };
}

async function abstract(prompt: string, title: string | null, seed: string, { width, height }: Size): Promise<string> {
  if (title && canWrite(title)) {
    return drawCover({ title, kicker: "", keywords: [prompt.slice(0, 200)], width, height });
  }
  const random = randomFrom(seed);
  return random.pick(compositions)({ x: 0, y: 0, width, height }, choosePalette(prompt, random), random);
}
