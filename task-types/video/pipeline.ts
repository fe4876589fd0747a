import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { checkFilm } from "#task-types/film/check-film.ts";
import { narrate } from "#task-types/film/narrate.ts";
import { notRecorded } from "#task-types/film/not-recorded.ts";
import { drawPictures } from "#task-types/film/pictures.ts";
import { rewriteScript } from "#task-types/film/rewrite-script.ts";
import { writeScript } from "#task-types/film/script.ts";
import type { ArtifactReference } from "#task-types/phase-run.ts";
import { assemble } from "./assemble.ts";
import { video } from "./schema.ts";
import {
  assembledSchema,
  formatOf,
  savedSchemas,
  scriptOf,
  segmentsBefore,
  themeOf,
  type VideoRequest,
  type VideoRun,
} from "./state.ts";

const checkedSchema = z.object({ score: z.number() });

export const videoPipeline = definePipeline(video, {
  phases: { script, images, voice, assemble, qa },
  retypeset: notRecorded("segments", ["title", "text"]),

  finish(outputs, { request }) {
    const { width, height } = formatOf(request);
    const { score } = checkedSchema.parse(outputs.qa);
    const result = { ...assembledSchema.parse(outputs.assemble), resolution: `${width}*${height}` };
    return { content: null, result, qualityScore: score };
  },
});

/** The shared steps know a request only as JSON. */
function script(run: VideoRun) {
  const { story_prompt: story, segments } = run.request;
  if (run.blocks) {
    const narrations = segmentsBefore(run).map(({ text }) => text);
    return rewriteScript(run, { narrations, title: video.title(run.request), story, kind: "film" });
  }
  return writeScript(run, { story, segments, title: null, kind: "film" });
}

function images(run: VideoRun) {
  const { segments } = scriptOf(run);
  const { theme, substitute } = themeOf(run.request);
  const { image_style: style, theme: themeName, include_subtitles: captioned } = run.request;
  if (substitute) run.degrade(`There is no theme "${themeName}"; ${substitute} came nearest.`);
  const { width, height } = formatOf(run.request);
  // References of stored files are all that a result names its pictures by.
  const before = run.blocks ? segmentsBefore(run).map(({ image_url }) => image_url as ArtifactReference) : [];
  return drawPictures(run, segments, { style, theme, themeName, width, height, captioned }, before);
}

function voice(run: VideoRun) {
  const { segments } = scriptOf(run);
  const texts = segments.map(({ narration }) => narration);
  return narrate(run, texts, run.request.voice_name, run.request.voice_rate);
}

/** A film that does not play as asked is none; how good one is depends on what it could be made of. */
async function qa(run: VideoRun): Promise<z.output<typeof checkedSchema>> {
  const { video_url, duration_seconds } = assembledSchema.parse(run.outputs.assemble);
  await checkFilm(run, video_url, { ...formatOf(run.request), seconds: duration_seconds });
  const narration = savedSchemas.voice.parse(run.outputs.voice);
  const { working_draft, segments } = scriptOf(run);
  const lost =
    (narration.some(({ sound }) => sound === null) ? 2 : 0) +
    (working_draft ? 2 : 0) +
    missing(run.request, segments.length);
  return { score: Math.max(1, 8 - lost) };
}

function missing({ segments }: VideoRequest, made: number): number {
  return typeof segments === "number" && made < segments ? 1 : 0;
}
