import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { createWorker, OEM, PSM, type Worker } from "tesseract.js";
import { type Box, type Page, turnBack } from "./page.ts";

type Word = { text: string; confidence: number; box: Box };
export type Reading = { text: string; confidence: number; words: Word[] };

const require = createRequire(import.meta.url);
/** The trained data that come with the package: nothing is fetched, nothing is written. */
const trainedData = join(dirname(require.resolve("@tesseract.js-data/eng/package.json")), "4.0.0_best_int");

/** Letters below some 20 pixels are read badly; a small picture is enlarged until its text has a chance. */
const comfortableSide = 1600;
/** Of 100. Clean print is read with 90 and more; what is upside down, with less than half. */
const good = 82;
const fair = 70;
/** A line of which less is sure is dirt at the edge of a page more often than words. */
const leastOfLine = 50;

/**
 * The words of a picture with their places in its own pixels, by Tesseract on a thread of its own. What is read badly is
 * looked at again: with its light made even, turned, and as words that stand here and there, as in a table.
 */
export async function readLetters(image: Uint8Array, signal?: AbortSignal): Promise<Reading> {
  const { width = 1, height = 1 } = await sharp(image).metadata();
  const scale = Math.min(3, Math.max(1, comfortableSide / Math.max(width, height)));
  const enlarged = await sharp(image)
    .flatten({ background: "#ffffff" })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: "fill" })
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
  const page = { width, height, scale };
  try {
    return await Promise.race([readBest(worker, enlarged, page), aborted]);
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}

/** With whether it had anything that looked like letters, sure of it or not. */
type Look = Reading & { isMarked: boolean };

async function readBest(worker: Worker, picture: Buffer, page: Page): Promise<Reading> {
  const { isMarked, ...best } = await look(worker, picture, page);
  return best;
}

async function look(worker: Worker, picture: Buffer, page: Page): Promise<Look> {
  let best = await read(worker, picture, page, 0);
  const consider = (other: Look) => {
    if (sureLetters(other) > sureLetters(best) * 1.1) best = other;
  };
  if (best.confidence >= good) return best;
  const even = await evenLight(picture);
  consider(await read(worker, even, page, 0));
  // Letters that stand on their side are taken for some letters or other; where there are none, none are turned.
  const turns = best.isMarked ? ([180, 90, 270] as const) : [];
  for (const turn of turns) if (best.confidence < good) consider(await read(worker, picture, page, turn));
  if (best.confidence >= fair) return best;
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT });
  consider(inRows(await read(worker, picture, page, 0)));
  return best;
}

async function read(worker: Worker, picture: Buffer, page: Page, turn: 0 | 90 | 180 | 270): Promise<Look> {
  const turned = await sharp(picture).rotate(turn).withMetadata({ density: 300 }).png().toBuffer();
  const { data } = await worker.recognize(turned, {}, { text: true, blocks: true });
  const toWord = ({ text, confidence, bbox }: Found): Word[] =>
    text.trim() ? [{ text, confidence: Math.max(0, Math.min(100, confidence)), box: turnBack(bbox, page, turn) }] : [];
  const paragraphs = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.map(({ lines }) => lines.map((line) => line.words.flatMap(toWord))),
  );
  const kept = paragraphs.map((lines) => lines.filter((words) => meanConfidence(words) >= leastOfLine));
  const words = kept.flat(2);
  const text = kept
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.map((word) => word.text).join(" ")).join("\n"))
    .join("\n\n");
  return { text, confidence: meanConfidence(words), words, isMarked: paragraphs.flat(2).length > 0 };
}

/** A page in uneven light, or on grey paper, as dark letters on white. */
async function evenLight(picture: Buffer): Promise<Buffer> {
  const grey = sharp(picture).grayscale();
  const { data, info } = await grey.clone().raw().toBuffer({ resolveWithObject: true });
  const paper = await grey
    .clone()
    .blur(Math.max(8, Math.min(info.width, info.height) / 30))
    .raw()
    .toBuffer();
  const out = Buffer.alloc(data.length);
  for (let at = 0; at < data.length; at++) {
    out[at] = Math.min(255, ((data[at] ?? 0) * 235) / Math.max(30, paper[at] ?? 0));
  }
  return sharp(out, { raw: { width: info.width, height: info.height, channels: 1 } })
    .median(3)
    .png()
    .toBuffer();
}

/** Words that were found one by one, as the rows of a table: those of one height from left to right. */
function inRows({ words, ...look }: Look): Look {
  const rows: Word[][] = [];
  for (const word of words.toSorted((left, right) => left.box.y - right.box.y)) {
    const middle = word.box.y + word.box.height / 2;
    const row = rows.find(([first]) => first && middle > first.box.y && middle < first.box.y + first.box.height);
    if (row) row.push(word);
    else rows.push([word]);
  }
  const ordered = rows.map((row) => row.toSorted((left, right) => left.box.x - right.box.x));
  const text = ordered.map((row) => row.map((word) => word.text).join("\t")).join("\n");
  return { ...look, text, words: ordered.flat() };
}

type Found = { text: string; confidence: number; bbox: { x0: number; y0: number; x1: number; y1: number } };

function sureLetters({ words }: Reading): number {
  return words.reduce((sum, { text, confidence }) => sum + (text.length * confidence * confidence) / 10_000, 0);
}

/** By letters: a long word says more about the reading than a comma. */
function meanConfidence(words: Word[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return 0;
  return words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}
