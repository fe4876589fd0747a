import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import satori, { type Font } from "satori";

/** Plain objects of the shape of React elements, which is all that Satori reads. */
export type Box = { type: "div"; props: { style: Record<string, string | number>; children?: string | Box[] } };

export const box = (style: Record<string, string | number>, children?: string | Box[]): Box => ({
  type: "div",
  props: { style: { display: "flex", ...style }, ...(children === undefined ? {} : { children }) },
});

const require = createRequire(import.meta.url);
const scripts = ["latin", "latin-ext", "cyrillic", "greek"] as const;
const writable = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether the bundled fonts have the letters of a text. */
export function canDrawWords(text: string): boolean {
  return writable.test(text) && !/\p{Extended_Pictographic}/u.test(text.replace(/[\d#*©®™]/g, ""));
}

let fonts: Font[] | undefined;

function loadFonts(): Font[] {
  const load = (family: string, name: string, weight: 500 | 600): Font[] =>
    scripts.map((script) => {
      const file = `@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`;
      return { name, weight, style: "normal", data: readFileSync(require.resolve(file)) };
    });
  fonts ??= [
    ...load("inter", "Inter", 500),
    ...load("inter", "Inter", 600),
    ...load("source-serif-4", "Source Serif 4", 600),
  ];
  return fonts;
}

/** Words in boxes as an SVG of outlines, with nothing behind them. */
export function drawWords(content: Box, width: number, height: number): Promise<string> {
  // Satori's types ask for React elements; it reads plain objects of the same shape.
  return satori(content as unknown as Parameters<typeof satori>[0], { width, height, fonts: loadFonts() });
}
