import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeShot, type FilmFormat, type Motion } from "#lib/media/encode-film.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import type { AnyRun, ArtifactReference } from "#task-types/phase-run.ts";
import { drawCaption, drawNothing, lettersInLine, over } from "./cards.ts";
import { cuesOf } from "./cues.ts";

export type ShotWish = {
  /** Says everything about the picture that the other fields do not. */
  pictureKey: string;
  picture: () => Promise<Uint8Array>;
  /** A frame that lies over the moving picture from beginning to end; `pictureKey` says which. */
  still?: Uint8Array | null;
  /** Burned in while it is spoken; null for none. */
  caption: string | null;
  seconds: number;
  /** Silence before and after the words, in seconds. */
  lead: number;
  tail: number;
  motion: Motion;
  fadeColour: string;
};

export const motions: readonly Motion[] = ["in", "right", "out", "left"];

/** One shot as a film without sound, kept: a later attempt at the task renders only those that are missing. */
export function renderShot(run: AnyRun, wish: ShotWish, format: FilmFormat): Promise<ArtifactReference> {
  const { picture, still, ...rest } = wish;
  return run.keepArtifact(JSON.stringify({ ...rest, ...format }), () =>
    withScratchFolder(async (folder) => {
      const target = join(folder, "shot.mp4");
      await writeFile(join(folder, "picture.png"), await picture());
      const captions = wish.caption || still ? await drawCaptions(run, wish, format, folder) : null;
      const shot = { ...format, ...rest, picture: join(folder, "picture.png"), captions: [], target };
      await encodeShot(shot, run.signal, captions);
      return {
        name: "shot.mp4",
        role: "segment",
        contentType: "video/mp4",
        bytes: new Uint8Array(await readFile(target)),
      };
    }),
  );
}

/** Captions as pictures with their times, in the list that ffmpeg's concat reads; null where they cannot be drawn. */
async function drawCaptions(run: AnyRun, wish: ShotWish, format: FilmFormat, folder: string): Promise<string | null> {
  const { still } = wish;
  const cues = cuesOf(wish.caption ?? "", wish.lead, wish.seconds - wish.tail, lettersInLine(format) * 2);
  const entries: string[] = [];
  const add = async (bytes: Uint8Array, seconds: number) => {
    const name = `caption-${entries.length}.png`;
    await writeFile(join(folder, name), bytes);
    entries.push(`file '${name}'\nduration ${seconds.toFixed(3)}`);
  };
  const nothing = still ?? (await drawNothing(format));
  await add(nothing, Math.max(0.04, wish.lead));
  if (cues.length === 0) await add(nothing, wish.seconds - wish.lead - wish.tail);
  for (const { start, end, text } of cues) {
    const drawn = await drawCaption(text, format);
    if (!drawn) {
      run.degrade(
        "The bundled fonts lack letters of the subtitles: they are in the .srt and .vtt files and not in the picture.",
      );
      // What lies there anyway stays.
      if (!still) return null;
    }
    await add(drawn ? await over(nothing, drawn) : nothing, end - start);
  }
  await add(nothing, Math.max(0.04, wish.tail));
  // The list's last picture is named twice, or ffmpeg passes over its duration.
  const list = join(folder, "captions.txt");
  await writeFile(list, `ffconcat version 1.0\n${entries.join("\n")}\nfile 'caption-${entries.length - 1}.png'\n`);
  return list;
}
