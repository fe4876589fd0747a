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
import { filmFile, pictureFile, soundFile, whyNotOfKind } from "#task-types/file-kinds.ts";
import type { VideoRun } from "./state.ts";

const kinds = { logo: pictureFile, intro_video: filmFile, outro_video: filmFile, bgm: soundFile } as const;
type Name = keyof typeof kinds;

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

/** A film or a sound longer than this is cut, in seconds. */
const longest = 120;

/** Fetches logo, opening, closing and music; one that cannot be used is left out with a reason. */
export async function readExtras(run: VideoRun, format: FilmFormat, sampleRate: number): Promise<Extras> {
  const given = (name: Name) =>
    run.request[`${name}_url`] !== undefined || run.request[`${name}_upload_id`] !== undefined;
  const obstacle = given("intro_video") || given("outro_video") || given("bgm") ? await whyNotForeign() : null;
  const orWithout = async <Result>(name: Name, use: (bytes: Uint8Array) => Promise<Result>): Promise<Result | null> => {
    if (!given(name)) return null;
    const field = run.request[`${name}_url`] === undefined ? `${name}_upload_id` : `${name}_url`;
    try {
      if (obstacle && name !== "logo") throw new Error(obstacle);
      return await use(await readFileOf(run, name));
    } catch (error) {
      run.signal.throwIfAborted();
      run.degrade(`${field} was left out: ${error instanceof Error ? error.message : "it cannot be used"}.`);
      return null;
    }
  };
  const clip = async (name: "intro_video" | "outro_video"): Promise<Clip[]> => {
    const found = await orWithout(name, (bytes) => readClip(run, name, bytes, format, sampleRate));
    return found ? [found] : [];
  };
  const logo = await orWithout("logo", readLogo);
  return {
    logo,
    logoKey: logo ? createHash("sha256").update(logo).digest("hex") : "",
    intro: await clip("intro_video"),
    outro: await clip("outro_video"),
    music: await orWithout("bgm", (bytes) => readMusic(run, bytes)),
  };
}

/** By address or as an upload; the request has one of them. */
async function readFileOf(run: VideoRun, name: Name): Promise<Uint8Array> {
  const kind = kinds[name];
  const { [`${name}_url` as const]: url, [`${name}_upload_id` as const]: upload } = run.request;
  const file = url ? await run.fetchFile(url, [...kind.types]) : await run.readUpload(`${upload}`);
  const fault = whyNotOfKind(kind, file.contentType);
  if (fault) throw new Error(`it ${fault}`);
  return file.bytes;
}

/** Only pixels go on from here. */
async function readLogo(bytes: Uint8Array): Promise<Uint8Array> {
  const picture = sharp(bytes, { limitInputPixels: 50_000_000 }).resize(1000, 1000, {
    fit: "inside",
    withoutEnlargement: true,
  });
  const png = await picture.png().toBuffer().catch(brokenBy("picture"));
  return new Uint8Array(png);
}

/** Read to its end once: music that breaks off ffmpeg would otherwise take the whole film with it. */
async function readMusic(run: VideoRun, bytes: Uint8Array): Promise<NonNullable<Extras["music"]>> {
  return withScratchFolder(async (folder) => {
    const source = join(folder, "source");
    await writeFile(source, bytes);
    const whole = [...foreignInput, "-i", source, "-map", "0:a:0", "-f", "null", "-"];
    await runFfmpeg(whole, { signal: run.signal }).catch(brokenBy("sound"));
    return { bytes, options: foreignInput };
  });
}

async function readClip(
  run: VideoRun,
  name: Name,
  bytes: Uint8Array,
  format: FilmFormat,
  sampleRate: number,
): Promise<Clip> {
  return withScratchFolder(async (folder) => {
    const source = join(folder, "source");
    const input = [...foreignInput, "-i", source];
    await writeFile(source, bytes);
    const fit = { ...format, seconds: longest };
    await fitFilm(input, fit, join(folder, "fit.mp4"), run.signal).catch(brokenBy("film"));
    const { duration } = await probe(join(folder, "fit.mp4"), run.signal);
    if (duration >= longest) run.warn(`Of ${name} only the first ${longest / 60} minutes are used.`);
    const wav = join(folder, "sound.wav");
    // As loud as the voice that it comes before or after. A film without sound is a film, too: then there is silence.
    await runFfmpeg(
      [
        ...input,
        "-map",
        "0:a:0",
        "-t",
        `${longest}`,
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

/** What ffmpeg and sharp say of a file that they cannot read is for whoever knows them. */
function brokenBy(noun: string) {
  return (error: unknown): never => {
    const said = error instanceof Error ? error.message.replace(/^ffmpeg failed: /, "") : "it cannot be read";
    throw new Error(`it is broken, or holds no ${noun} (${said})`, { cause: error });
  };
}
