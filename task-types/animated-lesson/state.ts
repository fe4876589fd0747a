import * as z from "zod";
import { narrationSchema } from "#task-types/film/narrate.ts";
import { filmScriptSchema } from "#task-types/film/script.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { animatedLesson } from "./schema.ts";

export type LessonRun = PhaseRun<z.output<typeof animatedLesson.request>>;

const sceneSchema = z.object({
  title: z.string(),
  kind: z.enum(["markdown", "mermaid"]),
  /** Markdown or Mermaid source, as it can be edited elsewhere. */
  content: z.string(),
  points: z.array(z.string()),
  /** The drawn diagram; null for points. */
  svg: z.string().nullable(),
});
export type Scene = z.output<typeof sceneSchema>;

/** What each phase leaves for the next; read back from the store when a task goes on after an interruption. */
export const savedSchemas = { script: filmScriptSchema, scenes: z.array(sceneSchema), voice: narrationSchema };

/** The scenes of the revision before, as people may have edited them. */
export function scenesBefore({ previous }: Pick<LessonRun, "previous">) {
  return animatedLesson.result.shape.scenes.parse(previous?.result.scenes);
}

export const assembledSchema = animatedLesson.result;
export type Assembled = z.output<typeof assembledSchema>;

export const colours = { ground: "#ffffff", ink: "#14213d", line: "#7a869a", accent: "#c2410c", fill: "#fff4e6" };
export const filmFormat = { width: 1280, height: 720, framesPerSecond: 25 };
/** Seconds of quiet before and after each scene's words. */
export const lead = 0.5;
export const tail = 0.7;
