import * as cheerio from "cheerio";
import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { checkFilm } from "#task-types/film/check-film.ts";
import { narrate } from "#task-types/film/narrate.ts";
import { notRecorded } from "#task-types/film/not-recorded.ts";
import { rewriteScript } from "#task-types/film/rewrite-script.ts";
import { writeScript } from "#task-types/film/script.ts";
import type { ArtifactReference } from "#task-types/phase-run.ts";
import { assemble } from "./assemble.ts";
import { scenes } from "./scenes.ts";
import { animatedLesson } from "./schema.ts";
import { assembledSchema, filmFormat, type LessonRun, savedSchemas, scenesBefore } from "./state.ts";

const checkedSchema = z.object({ score: z.number() });

export const animatedLessonPipeline = definePipeline(animatedLesson, {
  phases: { script, scenes, voice, assemble, qa },
  retypeset: notRecorded("scenes", ["title", "content", "narration"]),

  finish: (outputs) => ({
    content: null,
    result: assembledSchema.parse(outputs.assemble),
    qualityScore: checkedSchema.parse(outputs.qa).score,
  }),
});

/** The shared steps know a request only as JSON. */
function script(run: LessonRun) {
  const { prompt: story, scenes: segments, title } = run.request;
  if (run.blocks) {
    const narrations = scenesBefore(run).map(({ narration }) => narration);
    return rewriteScript(run, { narrations, title, story, kind: "lesson" });
  }
  return writeScript(run, { story, segments, title, kind: "lesson" });
}

function voice(run: LessonRun) {
  const { segments } = savedSchemas.script.parse(run.outputs.script);
  const texts = segments.map(({ narration }) => narration);
  return narrate(run, texts, run.request.voice_name, 1);
}

/** Opens what was made as a browser and a player would. @throws Error for a lesson that would not play offline */
async function qa(run: LessonRun): Promise<z.output<typeof checkedSchema>> {
  const made = assembledSchema.parse(run.outputs.assemble);
  const narration = savedSchemas.voice.parse(run.outputs.voice);
  const { bytes } = await run.readArtifact(made.lesson_url as ArtifactReference);
  const page = cheerio.load(new TextDecoder().decode(bytes));
  const outside = page("[src], link[href], image")
    .toArray()
    .filter((element) => !/^data:/.test(page(element).attr("src") ?? ""));
  const voices = narration.filter(({ sound }) => sound !== null).length;
  const faults = [
    outside.length === 0 ? "" : "it fetches something",
    page(".scene").length === made.scenes.length ? "" : "a scene is missing",
    page("audio").length === voices ? "" : "a narration is missing",
  ].filter(Boolean);
  if (faults.length > 0) throw new Error(`The lesson is not as it should be: ${faults.join("; ")}`);
  if (made.video_url) await checkFilm(run, made.video_url, { ...filmFormat, seconds: made.duration_seconds });
  const { working_draft } = savedSchemas.script.parse(run.outputs.script);
  const fewer = made.scenes.length < run.request.scenes ? 1 : 0;
  return { score: 8 - (working_draft ? 2 : 0) - (voices < narration.length ? 2 : 0) - fewer };
}
