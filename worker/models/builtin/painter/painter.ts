import type { ImageModelV4 } from "@ai-sdk/provider";
import { renderAsync } from "@resvg/resvg-js";
import * as z from "zod";
import { readJob } from "../read-job.ts";
import { drawCover } from "./cover.ts";
import { drawPicture, pictureSchema } from "./picture.ts";

const coverSchema = z.object({
  title: z.string(),
  kicker: z.string().default(""),
  keywords: z.array(z.string()).default([]),
});

/** The built-in illustrator. `article.cover` draws a title card for an article, `picture` what a description names. */
export const painter: ImageModelV4 = {
  specificationVersion: "v4",
  provider: "builtin",
  modelId: "painter",
  maxImagesPerCall: 1,
  async doGenerate({ providerOptions, size, abortSignal }) {
    const { job, input } = readJob("painter", providerOptions);
    const response = { timestamp: new Date(), modelId: "painter", headers: undefined };
    if (job === "picture") {
      const [width = 1024, height = 1024] = (size ?? "1024x1024").split("x").map(Number);
      const { png, alt, degraded } = await drawPicture(
        pictureSchema.parse(input),
        { width, height },
        abortSignal ?? null,
      );
      const note = { credit: "Drawn by builtin/painter", alt, degraded };
      return { images: [png], warnings: [], providerMetadata: { builtin: { images: [note] } }, response };
    }
    if (job !== "article.cover") throw new Error(`builtin/painter does not know the work “${job}”`);
    const [width = 1200, height = 630] = (size ?? "1200x630").split("x").map(Number);
    const cover = await drawCover({ ...coverSchema.parse(input), width, height });
    // Rasterises on a thread of its own, so that leases and other tasks go on meanwhile.
    const image = await renderAsync(cover, { font: { loadSystemFonts: false } }, abortSignal ?? null);
    return {
      images: [new Uint8Array(image.asPng())],
      warnings: [],
      providerMetadata: { builtin: { images: [{ credit: "Drawn for this article by builtin/painter", alt: null }] } },
      response,
    };
  },
};
