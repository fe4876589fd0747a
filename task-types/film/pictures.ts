import { createHash } from "node:crypto";
import type { ArtifactReference, PhaseRun } from "#task-types/define-pipeline.ts";
import type { FilmTheme } from "./themes.ts";

export type PictureWish = { picture: string; title: string | null; narration: string };
export type PictureLook = { style: string; theme: FilmTheme; themeName: string; width: number; height: number };

/**
 * A picture for each segment, kept as it is made: an interrupted attempt draws, or pays for, only what is missing.
 * @param before the pictures of the revision before, where some alone are drawn again
 */
export async function drawPictures(
  run: PhaseRun,
  wishes: PictureWish[],
  look: PictureLook,
  before: ArtifactReference[] = [],
): Promise<ArtifactReference[]> {
  const { style, theme, themeName, width, height } = look;
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
      input: { prompt: picture, style, seed, colours: theme.colours, title: title ?? narration.slice(0, 90) },
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
