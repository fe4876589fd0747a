import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import { type Box, box, canDrawWords, drawWords } from "#lib/media/draw-words.ts";
import { outlineText } from "#lib/media/outline-text.ts";
import { colours, filmFormat, type Scene } from "./state.ts";

type Layer = { input: Buffer; left: number; top: number };

/** A scene as one still picture, for the film; words that the fonts cannot write are left to the narration. */
export async function drawSlide(scene: Scene): Promise<Uint8Array> {
  const { width, height } = filmFormat;
  const words = await rasterise(await drawWords(layout(scene), width, height));
  const layers: Layer[] = [{ input: Buffer.from(words), left: 0, top: 0 }];
  if (scene.svg) layers.push(await diagramLayer(scene.svg));
  const ground = { create: { width, height, channels: 3 as const, background: colours.ground } };
  return new Uint8Array(await sharp(ground).composite(layers).png().toBuffer());
}

function layout({ title, points, svg }: Scene): Box {
  const { width, height } = filmFormat;
  const write = (text: string) => (canDrawWords(text) ? text : "");
  const size = points.length > 3 ? 32 : 38;
  if (points.length === 0 && !svg) {
    const large = Math.round(Math.max(44, Math.min(78, 620 / Math.sqrt(title.length))));
    const words = {
      fontFamily: "Source Serif 4",
      fontWeight: 600,
      fontSize: large,
      lineHeight: 1.2,
      color: colours.ink,
    };
    return box(
      { width, height: height * 0.86, flexDirection: "column", alignItems: "center", justifyContent: "center" },
      [
        box({ width: width * 0.8, flexDirection: "column" }, [
          box({ width: 96, height: 8, background: colours.accent, marginBottom: 34 }),
          box({ width: width * 0.8, ...words }, write(title)),
        ]),
      ],
    );
  }
  const list = svg
    ? []
    : points.map((point) =>
        box({ width: width * 0.82, marginTop: 22, alignItems: "flex-start" }, [
          box({
            width: 16,
            height: 16,
            borderRadius: 8,
            background: colours.accent,
            marginTop: size * 0.42,
            marginRight: 26,
          }),
          box(
            {
              width: width * 0.77,
              fontFamily: "Inter",
              fontWeight: 500,
              fontSize: size,
              lineHeight: 1.35,
              color: colours.ink,
            },
            write(point),
          ),
        ]),
      );
  return box({ width, height, flexDirection: "column", alignItems: "center" }, [
    box({ width: width * 0.82, marginTop: 56, flexDirection: "column" }, [
      box({ width: 72, height: 7, background: colours.accent, marginBottom: 20 }),
      box(
        {
          width: width * 0.82,
          fontFamily: "Source Serif 4",
          fontWeight: 600,
          fontSize: 50,
          lineHeight: 1.15,
          color: colours.ink,
        },
        write(title),
      ),
    ]),
    box({ marginTop: 26, flexDirection: "column" }, list),
  ]);
}

/** As large as the room under the heading and above the captions allows. */
async function diagramLayer(svg: string): Promise<Layer> {
  const room = { left: 90, top: 190, width: filmFormat.width - 180, height: 350 };
  const drawn = await rasterise(outlineText(svg), 1600);
  const input = await sharp(drawn)
    .resize(room.width, room.height, { fit: "contain", background: colours.ground })
    .png()
    .toBuffer();
  return { input, left: room.left, top: room.top };
}

async function rasterise(svg: string, width?: number): Promise<Uint8Array> {
  const fitTo = width ? { mode: "width" as const, value: width } : { mode: "original" as const };
  return new Uint8Array((await renderAsync(svg, { fitTo, font: { loadSystemFonts: false } })).asPng());
}
