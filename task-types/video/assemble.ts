import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { joinFilm } from "#lib/media/encode-film.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import { encodeWav, joinSounds, placeSound, type Sound } from "#lib/media/wav.ts";
import { drawLogo, drawTitleCard } from "#task-types/film/cards.ts";
import { type Cue, cuesOf, toSrt, toVtt } from "#task-types/film/cues.ts";
import { readNarration } from "#task-types/film/narrate.ts";
import { motions, renderShot } from "#task-types/film/shots.ts";
import type { ArtifactReference } from "#task-types/phase-run.ts";
import { type Extras, readExtras } from "./extras.ts";
import { type Assembled, formatOf, savedSchemas, scriptOf, themeOf, type VideoRun } from "./state.ts";

const sampleRate = 44_100;
const lead = 0.35;
const tail = 0.45;
const titleSeconds = 2.6;

type Part = { film: ArtifactReference | Uint8Array; sound: Sound };

/** Renders each segment, then puts film, sound, poster and subtitles together. */
export async function assemble(run: VideoRun): Promise<Assembled> {
  const script = scriptOf(run);
  const images = savedSchemas.images.parse(run.outputs.images);
  const voice = savedSchemas.voice.parse(run.outputs.voice);
  // The shared steps know a request only as JSON.
  const format = formatOf(run.request);
  const { theme } = themeOf(run.request);
  const extras = await readExtras(run, format, sampleRate);
  const total = script.segments.length + 2;
  const read = async (index: number) => (await run.readArtifact(images[index] as ArtifactReference)).bytes;

  const poster = await drawTitleCard(script.title, await read(0), theme, format);
  const shotOf = { lead, tail, fadeColour: theme.ground };
  const title = await renderShot(
    run,
    {
      ...shotOf,
      pictureKey: `title ${script.title} ${images[0]}`,
      picture: async () => poster,
      caption: null,
      seconds: titleSeconds,
      motion: "in",
    },
    format,
  );
  const parts: Part[] = [
    ...extras.intro,
    { film: title, sound: placeSound(null, sampleRate, framed(titleSeconds, format)) },
  ];
  run.progress(1 / total, "Rendered the title");

  const still = extras.logo && (await drawLogo(extras.logo, format));
  let at = secondsOf(parts);
  const segments: Assembled["segments"] = [];
  const cues: Cue[] = [];
  for (const [index, segment] of script.segments.entries()) {
    const { sound, seconds: spoken } = voice[index] ?? { sound: null, seconds: 2 };
    const seconds = framed(lead + spoken + tail, format);
    const picture = () => read(index);
    const caption = run.request.include_subtitles ? segment.narration : null;
    const pictureKey = `${images[index]} ${extras.logoKey}`;
    const motion = motions[index % motions.length] ?? "in";
    const film = await renderShot(run, { ...shotOf, pictureKey, picture, still, caption, seconds, motion }, format);
    const narration = sound ? await readNarration(run, sound) : null;
    parts.push({ film, sound: placeSound(narration, sampleRate, seconds, lead) });
    cues.push(...cuesOf(segment.narration, at + lead, at + seconds - tail));
    const { title: name, narration: text } = segment;
    segments.push({
      number: index + 1,
      title: name,
      text,
      start: round(at),
      end: round(at + seconds),
      image_url: `${images[index]}`,
    });
    at += seconds;
    run.progress((index + 2) / total, `Rendered ${index + 1} of ${script.segments.length}`);
  }
  parts.push(...extras.outro);
  const file = await joinParts(run, parts, extras, script.title);
  const { width, height } = format;
  const store = (name: string, role: string, contentType: string, bytes: Uint8Array) =>
    run.storeArtifact({ name, role, contentType, bytes, width, height });
  const text = (words: string) => new TextEncoder().encode(words);
  return {
    video_url: await store("video.mp4", "video", "video/mp4", file),
    poster_url: await store("poster.png", "poster", "image/png", poster),
    srt_url: await store("video.srt", "subtitles", "application/x-subrip", text(toSrt(cues))),
    vtt_url: await store("video.vtt", "subtitles", "text/vtt", text(toVtt(cues))),
    duration_seconds: round(secondsOf(parts)),
    segments,
  };
}

function secondsOf(parts: Part[]): number {
  return parts.reduce((sum, { sound }) => sum + sound.samples.length / sampleRate, 0);
}

/** As long as a whole number of frames, so that sound and picture never drift apart. */
function framed(seconds: number, { framesPerSecond }: { framesPerSecond: number }): number {
  return Math.round(seconds * framesPerSecond) / framesPerSecond;
}

async function joinParts(run: VideoRun, parts: Part[], { music }: Extras, title: string): Promise<Uint8Array> {
  return withScratchFolder(async (folder) => {
    const names: string[] = [];
    for (const { film } of parts) {
      const name = `part-${names.length}.mp4`;
      const bytes = typeof film === "string" ? (await run.readArtifact(film)).bytes : film;
      await writeFile(join(folder, name), bytes);
      names.push(`file '${name}'`);
    }
    await writeFile(join(folder, "parts.txt"), `ffconcat version 1.0\n${names.join("\n")}\n`);
    await writeFile(join(folder, "sound.wav"), encodeWav(joinSounds(parts.map(({ sound }) => sound))));
    if (music) await writeFile(join(folder, "music"), music.bytes);
    const target = join(folder, "film.mp4");
    const input = music ? [...music.options, "-i", join(folder, "music")] : null;
    const film = {
      ...{ list: join(folder, "parts.txt"), sound: join(folder, "sound.wav"), music: input, title, target },
      seconds: secondsOf(parts),
    };
    await joinFilm(film, run.signal, () => run.progress(0.97, "Putting it together"));
    return new Uint8Array(await readFile(target));
  });
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
