import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawVector } from "#lib/images/draw-vector.ts";
import { makeThumbnail } from "#lib/images/make-thumbnail.ts";

const plain = (width: number, height: number, background = "#a03050") =>
  sharp({ create: { width, height, channels: 3, background } });
const svg = (inner: string, size = 'viewBox="0 0 100 50"', before = "") =>
  new TextEncoder().encode(`${before}<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inner}</svg>`);
const describeFile = async (bytes: Uint8Array | null) => {
  if (!bytes) return null;
  const { format, width, height, exif } = await sharp(bytes).metadata();
  const { channels } = await sharp(bytes).stats();
  return { format, width, height, exif, mean: channels.slice(0, 3).map(({ mean }) => Math.round(mean)) };
};

/** One page, whose upper half is of one colour. */
const pdf = (paint: string) =>
  new TextEncoder().encode(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 600]/Contents 4 0 R>>endobj
4 0 obj<</Length ${paint.length}>>stream
${paint}
endstream endobj
trailer<</Root 1 0 R>>`);

describe("a PDF's thumbnail", () => {
  it("is its first page", async () => {
    const small = await makeThumbnail(pdf("0 0 1 rg 0 300 300 300 re f"), "application/pdf");
    // Half blue, half white.
    expect(await describeFile(small)).toMatchObject({ format: "webp", width: 240, height: 480 });
    const [red = 0, green = 0, blue = 0] = (await describeFile(small))?.mean ?? [];
    expect([Math.abs(red - 127), Math.abs(green - 127), 255 - blue].every((off) => off < 8)).toBe(true);
  });

  it("is not made of what calls itself one", async () => {
    expect(await makeThumbnail(new TextEncoder().encode("%PDF-1.4 and no more"), "application/pdf")).toBeNull();
  });
});

describe("a picture's thumbnail", () => {
  it.each(["png", "jpeg", "webp", "avif", "gif", "tiff"] as const)(
    "is a small WebP of the same shape (%s)",
    async (to) => {
      const small = await makeThumbnail(await plain(1200, 630).toFormat(to).toBuffer(), `image/${to}`);
      expect(await describeFile(small)).toMatchObject({ format: "webp", width: 480, height: 252 });
      expect(small?.byteLength).toBeLessThan(20_000);
    },
  );

  it("stands upright and says nothing of where it was taken", async () => {
    const lying = plain(1000, 500)
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { ImageDescription: "at home" } });
    const small = await describeFile(await makeThumbnail(await lying.jpeg().toBuffer(), "image/jpeg"));
    expect(small).toMatchObject({ width: 240, height: 480, exif: undefined });
  });

  it("is not made of what is as small already, is no picture, or is broken", async () => {
    const [small, large] = [await plain(480, 300).png().toBuffer(), await plain(900, 900).png().toBuffer()];
    expect(await makeThumbnail(small, "image/png")).toBeNull();
    expect(await makeThumbnail(large, "application/octet-stream")).toBeNull();
    expect(await makeThumbnail(large.subarray(0, large.length / 2), "image/png")).toBeNull();
    expect(await makeThumbnail(new Blob([large]), "image/png")).not.toBeNull();
  });

  it("is not made of a file that unfolds to more than there is room for", async () => {
    const bomb = await plain(9000, 9000).png().toBuffer();
    expect(bomb.byteLength).toBeLessThan(2_000_000);
    expect(await makeThumbnail(bomb, "image/png")).toBeNull();
  });

  it("is of a vector only what that draws itself, and no vector under another name", async () => {
    const green = svg('<rect width="100" height="50" fill="#00a000"/>');
    const drawn = await describeFile(await makeThumbnail(green, "image/svg+xml"));
    expect(drawn).toMatchObject({ format: "webp", width: 480, height: 240, mean: [0, expect.closeTo(160, -1), 0] });
    expect(await makeThumbnail(green, "image/png")).toBeNull();
  });
});

describe("a foreign vector", () => {
  it("reads no file and no other document", async () => {
    const here = import.meta.filename;
    const inner = `<rect width="100" height="50" fill="#00a000"/><image href="file://${here}" width="100" height="50"/>`;
    expect(await describeFile(await drawVector(svg(inner), 480))).toMatchObject({ width: 480 });
    const entity = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${here}">]>`;
    await expect(drawVector(svg("<text>&x;</text>", undefined, entity), 480)).rejects.toThrow("cannot be drawn");
  });

  it("that calls itself acres wide is drawn small, and not at all when that takes memory", async () => {
    const wide = (side: number) => svg('<circle r="9000" fill="#00a000"/>', `width="${side}" height="${side / 2}"`);
    expect(await describeFile(await drawVector(wide(30_000), 480))).toMatchObject({ width: 480, height: 240 });
    await expect(drawVector(wide(3_000_000), 480)).rejects.toThrow("cannot be drawn");
  });

  it("that takes for ever to draw is given up", async () => {
    const endless = `<filter id="f">${'<feTurbulence numOctaves="10" baseFrequency=".9"/><feMorphology radius="40"/>'.repeat(9000)}</filter>
      <rect filter="url(#f)" width="100" height="50"/>`;
    await expect(drawVector(svg(endless), 480)).rejects.toThrow("cannot be drawn");
  });
});
