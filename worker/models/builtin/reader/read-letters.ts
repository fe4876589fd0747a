import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { createWorker, OEM } from "tesseract.js";

export type Word = { text: string; confidence: number; box: { x: number; y: number; width: number; height: number } };
export type Reading = { text: string; confidence: number; words: Word[] };

const require = createRequire(import.meta.url);
/** The trained data that come with the package: nothing is fetched, nothing is written. */
const trainedData = join(dirname(require.resolve("@tesseract.js-data/eng/package.json")), "4.0.0_best_int");

/** Letters below some 20 pixels are read badly; a small picture is enlarged until its text has a chance. */
const comfortableSide = 1600;

/** The words of a picture with their places in its own pixels, by Tesseract on a thread of its own. */
export async function readLetters(image: Uint8Array, signal?: AbortSignal): Promise<Reading> {
  const { width = 1, height = 1 } = await sharp(image).metadata();
  const scale = Math.min(3, Math.max(1, comfortableSide / Math.max(width, height)));
  const enlarged = await sharp(image)
    .flatten({ background: "#ffffff" })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: "fill" })
    .withMetadata({ density: 300 })
    .png()
    .toBuffer();
  signal?.throwIfAborted();
  const worker = await createWorker("eng", OEM.LSTM_ONLY, {
    langPath: trainedData,
    cacheMethod: "none",
    gzip: true,
    // Its default throws outside of any promise.
    errorHandler: () => {},
  });
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason);
    signal?.addEventListener("abort", stop, { once: true });
  });
  try {
    const { data } = await Promise.race([worker.recognize(enlarged, {}, { text: true, blocks: true }), aborted]);
    const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
    const words = lines.flatMap((line) => line.words.flatMap((word) => toWord(word, scale)));
    return { text: data.text.trim(), confidence: meanConfidence(words), words };
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}

type Found = { text: string; confidence: number; bbox: { x0: number; y0: number; x1: number; y1: number } };

function toWord({ text, confidence, bbox }: Found, scale: number): Word[] {
  if (!text.trim()) return [];
  const [x, y] = [bbox.x0 / scale, bbox.y0 / scale].map(Math.round) as [number, number];
  const box = { x, y, width: Math.round(bbox.x1 / scale) - x, height: Math.round(bbox.y1 / scale) - y };
  return [{ text, confidence: Math.max(0, Math.min(100, confidence)), box }];
}

/** By letters: a long word says more about the reading than a comma. */
function meanConfidence(words: Word[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return 0;
  return words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}
