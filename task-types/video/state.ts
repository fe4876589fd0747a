import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { narrationSchema } from "#task-types/film/narrate.ts";
import { type FilmScript, filmScriptSchema } from "#task-types/film/script.ts";
import { chooseTheme } from "#task-types/film/themes.ts";
import { artifactReferenceSchema, type PhaseRun } from "#task-types/phase-run.ts";
import { video } from "./schema.ts";

export type VideoRequest = z.output<typeof video.request>;
export type VideoRun = PhaseRun<VideoRequest>;

const imagesSchema = z.array(artifactReferenceSchema);

/** What each phase leaves for the next; read back from the store when a task goes on after an interruption. */
export const savedSchemas = { script: filmScriptSchema, images: imagesSchema, voice: narrationSchema };

/** What is said and shown. In a round for some segments the words of the others are those of the revision before. */
export function scriptOf({ outputs, earlier, previous, blocks }: VideoRun): FilmScript {
  const script = filmScriptSchema.parse(outputs.script);
  if (!blocks) return script;
  const before = segmentsBefore({ previous });
  // Where the pictures alone are drawn again, no words are new.
  const isKept = isDeepStrictEqual(outputs.script, earlier.script);
  const segments = script.segments.map((segment, index) => {
    const { title = segment.title, text = segment.narration } = before[index] ?? {};
    return blocks.includes(index) && !isKept ? segment : { ...segment, title, narration: text };
  });
  return { ...script, segments };
}

/** The segments of the revision before, as people may have edited them. */
export function segmentsBefore({ previous }: Pick<VideoRun, "previous">) {
  return video.result.shape.segments.parse(previous?.result.segments);
}

export const assembledSchema = video.result.omit({ resolution: true });
export type Assembled = z.output<typeof assembledSchema>;

/** To try things out: small enough to be quick, in the asked shape. */
const testWidth = 480;

export function formatOf({ resolution, test_mode }: VideoRequest): {
  width: number;
  height: number;
  framesPerSecond: number;
} {
  const [width = 1920, height = 1080] = resolution.split("*").map(Number);
  if (!test_mode || width <= testWidth) return { width, height, framesPerSecond: test_mode ? 15 : 25 };
  return {
    width: testWidth,
    height: Math.max(128, Math.round((height * testWidth) / width / 2) * 2),
    framesPerSecond: 15,
  };
}

export function themeOf({ theme, custom_colors }: VideoRequest) {
  const colours = Array.isArray(custom_colors) ? custom_colors : Object.values(custom_colors ?? {});
  return chooseTheme(theme, colours);
}
