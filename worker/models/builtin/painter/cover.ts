import { type Box, compositions } from "./compositions.ts";
import { choosePalette, type Palette } from "./palettes.ts";
import { type Random, randomFrom } from "./random.ts";
import { canWrite, typeset } from "./typeset.ts";

export type CoverInput = { title: string; kicker: string; keywords: string[]; width: number; height: number };

type Layout = { picture: Box; text: Box };

/** An article's cover as SVG: its title set beside an abstract composition; colours and forms follow from its words. */
export async function drawCover({ title, kicker, keywords, width, height }: CoverInput): Promise<string> {
  const random = randomFrom(`${title}|${keywords.join("|")}`);
  const palette = choosePalette(`${title} ${keywords.join(" ")}`, random);
  const compose = random.pick(compositions);
  if (!canWrite(title)) return svg(width, height, compose({ x: 0, y: 0, width, height }, palette, random));
  const { picture, text } = chooseLayout(width, height, title, random);
  const words = await typeset({
    title,
    kicker: canWrite(kicker) ? kicker.slice(0, 34) : "",
    width: text.width,
    height: text.height,
    ink: palette.ink,
    quiet: palette.quiet,
    accent: accentOn(palette),
  });
  const clip = `<clipPath id="picture"><rect x="${picture.x}" y="${picture.y}" width="${picture.width}" height="${picture.height}"/></clipPath>`;
  const parts = [
    `<defs>${clip}</defs>`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    `<g clip-path="url(#picture)">${compose(picture, palette, random)}</g>`,
    `<g transform="translate(${text.x} ${text.y})">${words}</g>`,
  ];
  return svg(width, height, parts.join(""));
}

/** Text beside, above or under the picture, or a framed picture; upright formats stack. */
function chooseLayout(width: number, height: number, title: string, random: Random): Layout {
  const margin = Math.round(Math.min(width, height) * 0.1);
  if (width < height * 1.25) return stacked(width, height, margin, 0.5);
  const kind = random.whole(0, title.length > 48 ? 2 : 3);
  if (kind === 3) return stacked(width, height, margin, 0.46);
  const share = kind === 1 ? 0.38 : 0.42;
  const inset = kind === 2 ? Math.round(margin * 0.55) : 0;
  const pictureWidth = Math.round(width * share);
  const left = kind === 1;
  const picture = {
    x: left ? inset : width - pictureWidth + inset,
    y: inset,
    width: pictureWidth - inset * 2,
    height: height - inset * 2,
  };
  const room = width - pictureWidth - margin * 2;
  return {
    picture,
    text: {
      x: left ? pictureWidth + margin : margin,
      y: margin * 0.7,
      width: room + (left ? 0 : margin * 0.4),
      height: height - margin * 1.4,
    },
  };
}

function stacked(width: number, height: number, margin: number, share: number): Layout {
  const top = Math.round(height * share);
  return {
    picture: { x: 0, y: 0, width, height: top },
    text: { x: margin, y: top + margin * 0.35, width: width - margin * 2, height: height - top - margin * 0.8 },
  };
}

/** The rule beside the small letters takes the first colour that stands out from the paper. */
function accentOn({ shapes, ground, paper }: Palette): string {
  return [shapes[0], ground, shapes[2]].find((colour) => contrast(colour, paper) > 1.7) ?? shapes[0];
}

function contrast(left: string, right: string): number {
  const [dark = 0, light = 1] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function svg(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}
