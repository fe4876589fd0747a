import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { type FilmFormat, fitFilm } from "#lib/media/encode-film.ts";
import { foreignInput, whyNotForeign } from "#lib/media/foreign-file.ts";
import { probe } from "#lib/media/probe.ts";
import { runFfmpeg } from "#lib/media/run-ffmpeg.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import { decodeWav, placeSound, type Sound } from "#lib/media/wav.ts";
import type { VideoRun } from "./state.ts";

type Clip = { film: Uint8Array; sound: Sound };

/** What a request brings along, as far as it can be had. */
export type Extras = {
  logo: Uint8Array | null;
  logoKey: string;
  /** None or one. */
  intro: Clip[];
  outro: Clip[];
  music: { bytes: Uint8Array; options: string[] } | null;
};

const films = ["video/mp4", "video/quicktime", "video/webm", "video/x-matroska"];
const sounds = [
  "audio/mpeg",
  "audio/mp3",
  "audio/wav",
  "audio/x-wav",
  "audio/wave",
  "audio/vnd.wave",
  "audio/ogg",
  "audio/mp4",
  "audio/aac",
  "audio/flac",
  "audio/x-m4a",
  "video/mp4",
];
const pictures = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"];

/** Fetches logo, opening, closing and music; one that cannot be used is left out with a reason. */
export async function readExtras(run: VideoRun, format: FilmFormat, sampleRate: number): Promise<Extras> {
  const { logo_url, intro_video_url, outro_video_url, bgm_url } = run.request;
  const orWithout = async <Result>(field: string, work: Promise<Result>): Promise<Result | null> => {
    try {
      return await work;
    } catch (error) {
      run.signal.throwIfAborted();
      run.degrade(`${field} was left out: ${error instanceof Error ? error.message : "it cannot be used"}.`);
      return null;
    }
  };
  const logo = logo_url ? await orWithout("logo_url", readLogo(run, logo_url)) : null;
  const obstacle = intro_video_url || outro_video_url || bgm_url ? await whyNotForeign() : null;
  const clip = async (field: string, url: string | undefined): Promise<Clip[]> => {
    if (!url) return [];
    const read = obstacle ? Promise.reject(new Error(obstacle)) : readClip(run, url, format, sampleRate);
    const found = await orWithout(field, read);
    return found ? [found] : [];
  };
  const music =
    bgm_url &&
    (await orWithout("bgm_url", obstacle ? Promise.reject(new Error(obstacle)) : run.fetchFile(bgm_url, sounds)));
  return {
    logo,
    logoKey: logo ? createHash("sha256").update(logo).digest("hex") : "",
    intro: await clip("intro_video_url", intro_video_url),
    outro: await clip("outro_video_url", outro_video_url),
    music: music ? { bytes: music.bytes, options: foreignInput } : null,
  };
}

/** Only pixels go on from here. */
async function readLogo(run: VideoRun, url: string): Promise<Uint8Array> {
  const { bytes } = await run.fetchFile(url, pictures);
  const picture = sharp(bytes, { limitInputPixels: 50_000_000 }).resize(1000, 1000, {
    fit: "inside",
    withoutEnlargement: true,
  });
  return new Uint8Array(await picture.png().toBuffer());
}

async function readClip(run: VideoRun, url: string, format: FilmFormat, sampleRate: number): Promise<Clip> {
  const { bytes } = await run.fetchFile(url, films);
  return withScratchFolder(async (folder) => {
    const source = join(folder, "source");
    const input = [...foreignInput, "-i", source];
    await writeFile(source, bytes);
    await fitFilm(input, format, join(folder, "fit.mp4"), run.signal);
    const { duration } = await probe(join(folder, "fit.mp4"), run.signal);
    const wav = join(folder, "sound.wav");
    // As loud as the voice that it comes before or after. A film without sound is a film, too: then there is silence.
    await runFfmpeg(
      [
        ...input,
        "-map",
        "0:a:0",
        "-t",
        "120",
        "-af",
        "loudnorm=I=-20:TP=-2:LRA=11",
        "-ac",
        "1",
        "-ar",
        `${sampleRate}`,
        "-c:a",
        "pcm_s16le",
        wav,
      ],
      { signal: run.signal, mayFail: true },
    );
    const sound = await readFile(wav).then(
      (file) => decodeWav(new Uint8Array(file)),
      () => null,
    );
    return {
      film: new Uint8Array(await readFile(join(folder, "fit.mp4"))),
      sound: placeSound(sound, sampleRate, duration),
    };
  });
}
