import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findDecodingFaults, probe } from "#lib/media/probe.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import type { AnyRun, ArtifactReference } from "#task-types/phase-run.ts";

export type FilmWish = { width: number; height: number; seconds: number };

/** A frame or two, and what an encoder of sound adds at the end. */
const tolerance = 0.4;

/**
 * Opens the finished film as a player would and decodes all of it.
 * @throws Error naming everything that is not as it should be
 */
export async function checkFilm(run: AnyRun, reference: string, wish: FilmWish): Promise<void> {
  const { bytes } = await run.readArtifact(reference as ArtifactReference);
  const faults = await withScratchFolder(async (folder) => {
    const path = join(folder, "film.mp4");
    await writeFile(path, bytes);
    const { duration, video, audio } = await probe(path, run.signal);
    const broken = await findDecodingFaults(path, run.signal);
    return [
      video?.codec === "h264" ? "" : "the picture is not H.264",
      audio?.codec === "aac" ? "" : "the sound is not AAC",
      video?.width === wish.width && video.height === wish.height ? "" : `it measures ${video?.width}*${video?.height}`,
      Math.abs(duration - wish.seconds) <= tolerance ? "" : `it lasts ${duration} s instead of ${wish.seconds} s`,
      broken.length === 0 ? "" : `it cannot be decoded whole (${broken[0]?.slice(0, 120)})`,
    ];
  });
  const found = faults.filter(Boolean);
  if (found.length > 0) throw new Error(`The film is not as it should be: ${found.join("; ")}`);
}
