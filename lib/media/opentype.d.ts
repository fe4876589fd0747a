/** What is used of opentype.js, which comes without types. */
declare module "opentype.js" {
  type Box = { x1: number; y1: number; x2: number; y2: number };
  type Path = { toPathData: (decimals?: number) => string; getBoundingBox: () => Box };
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
