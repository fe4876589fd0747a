/** What is used of opentype.js, which comes without types. */
declare module "opentype.js" {
  type Box = { x1: number; y1: number; x2: number; y2: number };
  type Command = { type: "M" | "L" | "Q" | "C" | "Z"; x?: number; y?: number } & Partial<
    Record<"x1" | "y1" | "x2" | "y2", number>
  >;
  type Path = { commands: Command[]; getBoundingBox: () => Box };
  type Glyph = { index: number; advanceWidth: number; getPath: (x: number, y: number, size: number) => Path };
  export type Font = {
    unitsPerEm: number;
    charToGlyph: (character: string) => Glyph;
    charToGlyphIndex: (character: string) => number;
    getKerningValue: (left: Glyph, right: Glyph) => number;
  };
  const opentype: { parse: (buffer: ArrayBuffer) => Font };
  export default opentype;
}
