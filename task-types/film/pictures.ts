import { createHash } from "node:crypto";
import type { AnyRun, ArtifactReference } from "#task-types/phase-run.ts";
import type { FilmTheme } from "./themes.ts";

export type PictureWish = { picture: string; title: string | null; narration: string };
export type PictureLook = {
  /** Whether what is said is burned in. */
  captioned?: boolean;
  style: string;
  theme: FilmTheme;
  themeName: string;
  width: number;
  height: number;
};

/**
 * A picture for each segment, kept as it is made: an interrupted attempt draws, or pays for, only what is missing.
 * @param before the pictures of the revision before, where some alone are drawn again
 */
export async function drawPictures(
  run: AnyRun,
  wishes: PictureWish[],
  look: PictureLook,
  before: ArtifactReference[] = [],
): Promise<ArtifactReference[]> {
  const { style, theme, themeName, width, height, captioned = false } = look;
  const { language } = run.common;
  const references: ArtifactReference[] = [];
  for (const [index, { picture, title, narration }] of wishes.entries()) {
    const instead = before[index] ?? null;
    if (instead && !run.blocks?.includes(index)) {
      references.push(instead);
      continue;
    }
    // Sent back, the same words are to give another picture.
    const place = instead ? `${run.taskId} ${index} ${instead}` : `${run.taskId} ${index}`;
    const seed = createHash("sha256").update(place).digest().readUInt32LE(0) % 2 ** 31;
    const call = {
      job: "picture",
      input: {
        ...{ prompt: picture, style, seed, colours: theme.colours, language, captioned },
        around: nearest(wishes, index),
        title: title ?? opening(narration),
      },
      prompt: `${picture}. Style: ${style.replaceAll("_", " ")}. Mood: ${themeName}; colours ${theme.colours.join(", ")}. One clear subject, space around it, no words or letters in the picture.`,
      width,
      height,
      seed,
    };
    const { file } = await run.drawPicture(call, { name: `segment-${index + 1}.png`, role: "segment_image" });
    references.push(file);
    run.progress((index + 1) / wishes.length, `Drew ${index + 1} of ${wishes.length}`);
  }
  return references;
}

/** What the others show, the one before first, then outwards; a few are enough. */
function nearest(wishes: PictureWish[], index: number): string[] {
  return [-1, 1, -2, 2, -3, 3].flatMap((step) => wishes[index + step]?.picture ?? []);
}

/** What is said up to where a breath is taken, as words that can stand alone. */
function opening(narration: string): string {
  const whole = /^[^.!?;:]+/.exec(narration)?.[0].trim() ?? narration;
  if (whole.length <= 80) return whole;
  const clause = whole.slice(0, 80);
  return clause.slice(0, clause.includes(",") ? clause.lastIndexOf(",") : clause.lastIndexOf(" "));
}
