import * as z from "zod";
import { definePipeline, type PhaseRun } from "#task-types/define-pipeline.ts";
import { checkFilm } from "#task-types/film/check-film.ts";
import { narrate } from "#task-types/film/narrate.ts";
import { drawPictures } from "#task-types/film/pictures.ts";
import { writeScript } from "#task-types/film/script.ts";
import { assemble } from "./assemble.ts";
import { video } from "./schema.ts";
import { assembledSchema, formatOf, savedSchemas, themeOf, type VideoRequest, type VideoRun } from "./state.ts";

const checkedSchema = z.object({ score: z.number() });

export const videoPipeline = definePipeline(video, {
  phases: { script, images, voice, assemble, qa },
  finish(outputs, { request }) {
    const { width, height } = formatOf(request);
    const { score } = checkedSchema.parse(outputs.qa);
    const result = { ...assembledSchema.parse(outputs.assemble), resolution: `${width}*${height}` };
    return { content: null, result, qualityScore: score };
  },
});

/** The shared steps know a request only as JSON. */
const plain = (run: VideoRun) => run as unknown as PhaseRun;

function script(run: VideoRun) {
  const { story_prompt: story, segments } = run.request;
  return writeScript(plain(run), { story, segments, title: null, kind: "film" });
}

function images(run: VideoRun) {
  const { segments } = savedSchemas.script.parse(run.outputs.script);
  const { theme, substitute } = themeOf(run.request);
  const { image_style: style, theme: themeName } = run.request;
  if (substitute) run.degrade(`There is no theme "${themeName}"; ${substitute} came nearest.`);
  const { width, height } = formatOf(run.request);
  return drawPictures(plain(run), segments, { style, theme, themeName, width, height });
}

function voice(run: VideoRun) {
  const { segments } = savedSchemas.script.parse(run.outputs.script);
  const texts = segments.map(({ narration }) => narration);
  return narrate(plain(run), texts, run.request.voice_name, run.request.voice_rate);
}

/** A film that does not play as asked is none; how good one is depends on what it could be made of. */
async function qa(run: VideoRun): Promise<z.output<typeof checkedSchema>> {
  const { video_url, duration_seconds } = assembledSchema.parse(run.outputs.assemble);
  await checkFilm(plain(run), video_url, { ...formatOf(run.request), seconds: duration_seconds });
  const narration = savedSchemas.voice.parse(run.outputs.voice);
  const { working_draft, segments } = savedSchemas.script.parse(run.outputs.script);
  const lost =
    (narration.some(({ sound }) => sound === null) ? 2 : 0) +
    (working_draft ? 2 : 0) +
    missing(run.request, segments.length);
  return { score: Math.max(1, 8 - lost) };
}

function missing({ segments }: VideoRequest, made: number): number {
  return typeof segments === "number" && made < segments ? 1 : 0;
}
