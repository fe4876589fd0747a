import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeSound, soundTypes } from "#lib/media/convert-sound.ts";
import { joinFilm } from "#lib/media/encode-film.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import { encodeWav, joinSounds, placeSound, type Sound } from "#lib/media/wav.ts";
import { type Cue, cuesOf, toSrt, toVtt } from "#task-types/film/cues.ts";
import { readNarration } from "#task-types/film/narrate.ts";
import { renderShot } from "#task-types/film/shots.ts";
import type { ArtifactReference } from "#task-types/phase-run.ts";
import { languageCode } from "#task-types/text/language.ts";
import { drawSlide } from "./draw-slide.ts";
import { lessonPage, type PageScene } from "./lesson-page.ts";
import { type Assembled, colours, filmFormat, type LessonRun, lead, savedSchemas, tail } from "./state.ts";

const sampleRate = 44_100;

type Timed = PageScene & { start: number; speech: Sound | null };

/** The lesson's page, its subtitles, and its film if one was asked for. */
export async function assemble(run: LessonRun): Promise<Assembled> {
  const timed = await timeScenes(run);
  const cues = timed.flatMap(({ start, cues: own }) => own.map((cue) => shift(cue, start)));
  const total = timed.reduce((sum, { seconds }) => sum + seconds, 0);
  run.progress(0.3, "Writing the page");
  const page = lessonPage({
    title: run.request.title,
    language: languageCode(run.common.language),
    soundType: soundTypes.mp3,
    scenes: timed,
  });
  const store = (name: string, role: string, contentType: string, bytes: Uint8Array) =>
    run.storeArtifact({ name, role, contentType, bytes });
  const text = (words: string) => new TextEncoder().encode(words);
  const film = run.request.render_video ? await renderFilm(run, timed) : null;
  return {
    lesson_url: await store("lesson.html", "lesson", "text/html; charset=utf-8", text(page)),
    poster_url: await storePoster(run, timed[0]),
    video_url: film && (await store("lesson.mp4", "video", "video/mp4", film)),
    srt_url: await store("lesson.srt", "subtitles", "application/x-subrip", text(toSrt(cues))),
    vtt_url: await store("lesson.vtt", "subtitles", "text/vtt", text(toVtt(cues))),
    duration_seconds: round(total),
    scenes: timed.map(({ title, kind, content, narration, start, seconds }, index) => ({
      number: index + 1,
      title,
      kind,
      content,
      narration,
      start: round(start),
      end: round(start + seconds),
    })),
  };
}

async function storePoster(run: LessonRun, first: Timed | undefined): Promise<string | null> {
  if (!first) return null;
  const { width, height } = filmFormat;
  const bytes = await drawSlide(first);
  return run.storeArtifact({ name: "poster.png", role: "poster", contentType: "image/png", bytes, width, height });
}

async function timeScenes(run: LessonRun): Promise<Timed[]> {
  const script = savedSchemas.script.parse(run.outputs.script);
  const scenes = savedSchemas.scenes.parse(run.outputs.scenes);
  const voice = savedSchemas.voice.parse(run.outputs.voice);
  const timed: Timed[] = [];
  let start = 0;
  for (const [index, scene] of scenes.entries()) {
    const { sound, seconds: spoken } = voice[index] ?? { sound: null, seconds: 2 };
    const narration = script.segments[index]?.narration ?? "";
    const speech = sound ? await readNarration(run, sound) : null;
    const seconds = Math.round((lead + spoken + tail) * filmFormat.framesPerSecond) / filmFormat.framesPerSecond;
    const cues = cuesOf(narration, lead, seconds - tail);
    const mp3 = speech && (await encodeSound(speech, "mp3", run.signal));
    timed.push({ ...scene, narration, seconds, cues, sound: mp3, start, speech });
    start += seconds;
  }
  return timed;
}

async function renderFilm(run: LessonRun, scenes: Timed[]): Promise<Uint8Array> {
  const films: ArtifactReference[] = [];
  for (const [index, scene] of scenes.entries()) {
    const wish = {
      pictureKey: JSON.stringify([scene.title, scene.kind, scene.content]),
      picture: () => drawSlide(scene),
      caption: scene.narration,
      seconds: scene.seconds,
      lead,
      tail,
      motion: "none" as const,
      fadeColour: colours.ground,
    };
    films.push(await renderShot(run, wish, filmFormat));
    run.progress(0.3 + (0.6 * (index + 1)) / scenes.length, `Rendered ${index + 1} of ${scenes.length}`);
  }
  return withScratchFolder(async (folder) => {
    const names: string[] = [];
    for (const film of films) {
      const name = `part-${names.length}.mp4`;
      await writeFile(join(folder, name), (await run.readArtifact(film)).bytes);
      names.push(`file '${name}'`);
    }
    const [list, sound, target] = ["parts.txt", "sound.wav", "film.mp4"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(list, `ffconcat version 1.0\n${names.join("\n")}\n`);
    const sounds = scenes.map(({ speech, seconds }) => placeSound(speech, sampleRate, seconds, lead));
    await writeFile(sound, encodeWav(joinSounds(sounds)));
    const seconds = scenes.reduce((sum, scene) => sum + scene.seconds, 0);
    await joinFilm({ list, sound, music: null, seconds, title: run.request.title, target }, run.signal, () => {});
    return new Uint8Array(await readFile(target));
  });
}

function shift({ start, end, text }: Cue, by: number): Cue {
  return { start: start + by, end: end + by, text };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
