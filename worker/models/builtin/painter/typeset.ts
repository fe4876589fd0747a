import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import satori, { type Font } from "satori";

export type TextBlock = {
  kicker: string;
  title: string;
  /** Pixels of the room for both. */
  width: number;
  height: number;
  ink: string;
  quiet: string;
  accent: string;
};

const require = createRequire(import.meta.url);
const scripts = ["latin", "latin-ext", "cyrillic", "greek"] as const;

/** What the bundled fonts can write; other scripts get a picture without words rather than one with empty boxes. */
const writable = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

export function canWrite(text: string): boolean {
  return writable.test(text) && !/\p{Extended_Pictographic}/u.test(text.replace(/[\d#*©®™]/g, ""));
}

let fonts: Font[] | undefined;

function loadFonts(): Font[] {
  const load = (family: string, file: string, name: string, weight: 500 | 600): Font[] =>
    scripts.map((script) => ({
      name,
      weight,
      style: "normal",
      data: readFileSync(require.resolve(`@fontsource/${family}/files/${file}-${script}-${weight}-normal.woff`)),
    }));
  fonts ??= [
    ...load("source-serif-4", "source-serif-4", "Source Serif 4", 600),
    ...load("inter", "inter", "Inter", 500),
  ];
  return fonts;
}

/** The words as outlines in SVG, as large as the room allows: drawing them needs no fonts any more. */
export async function typeset(block: TextBlock): Promise<string> {
  const size = fitSize(block);
  const kickerSize = Math.max(Math.min(16, size * 0.5), Math.round(size * 0.27));
  const kicker = {
    type: "div",
    props: {
      style: {
        display: "flex",
        alignItems: "center",
        marginBottom: size * 0.5,
        color: block.quiet,
        fontFamily: "Inter",
        fontSize: kickerSize,
        letterSpacing: kickerSize * 0.1,
      },
      children: [
        { type: "div", props: { style: { width: 44, height: 4, marginRight: 18, background: block.accent } } },
        block.kicker.toUpperCase(),
      ],
    },
  };
  const title = {
    type: "div",
    props: {
      style: {
        display: "block",
        color: block.ink,
        fontFamily: "Source Serif 4",
        fontWeight: 600,
        fontSize: size,
        lineHeight: 1.12,
        letterSpacing: size * -0.012,
        lineClamp: maxLines(block, size),
      },
      children: block.title,
    },
  };
  const column = {
    type: "div",
    props: {
      style: {
        display: "flex",
        flexDirection: "column",
        justifyContent: "center",
        width: block.width,
        height: block.height,
      },
      children: block.kicker ? [kicker, title] : [title],
    },
  };
  // Satori's types ask for React elements; it reads plain objects of the same shape.
  return satori(column as unknown as Parameters<typeof satori>[0], {
    width: block.width,
    height: block.height,
    fonts: loadFonts(),
  });
}

const letterWidth = 0.53;

/** The largest size at which the title keeps within its lines and its longest word within the width. */
function fitSize({ title, width, height }: TextBlock): number {
  const longest = Math.max(...title.split(/\s+/).map((word) => word.length));
  // On covers no smaller than is read at a glance; small pictures have small letters.
  const least = Math.max(8, Math.min(34, height * 0.08));
  for (let size = 96; size > least; size -= size > 34 ? 2 : 1) {
    const lines = Math.ceil((title.length * letterWidth * size * 1.06) / width);
    const tall = lines * size * 1.12 + size;
    if (tall <= height && lines <= 5 && longest * letterWidth * 1.1 * size <= width) return size;
  }
  return least;
}

function maxLines({ height }: TextBlock, size: number): number {
  return Math.max(1, Math.floor((height - size) / (size * 1.12)));
}
