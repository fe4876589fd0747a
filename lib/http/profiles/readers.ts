import type { Profile } from "#lib/contract/access.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { readInferenceId } from "#lib/http/profiles/inference.ts";

/** How a profile's requests become the hub's own words. */
export type Reader = {
  /** A new task: aliases replaced, each named. Pure; what it does not know it leaves for the validation to name. */
  newTask: (body: JsonObject) => Translated;
  /** Fields that clients of the origin send and that mean nothing here: accepted, and named in `warnings`. */
  tolerated: ReadonlySet<string>;
  taskId: (id: string) => string;
};

type Translated = { body: JsonObject; warnings: string[] };

const same = <T>(value: T): T => value;
const asItIs = (body: JsonObject): Translated => ({ body, warnings: [] });

export const readers: Record<Profile, Reader> = {
  unified: {
    newTask: asItIs,
    tolerated: new Set(["task_name", "category", "model_selections"]),
    taskId: same,
  },
  course: {
    newTask: readCourseTask,
    // The parameters of the origin's /api/video/generate that have no counterpart here.
    tolerated: new Set([
      "text_llm_provider",
      "text_llm_model",
      "image_llm_provider",
      "image_llm_model",
      "video_provider",
      "video_quality",
      "subtitle_style",
      "subtitle_font",
      "subtitle_font_size",
      "subtitle_position",
      "font_name",
      "font_size",
      "bgm_volume",
      "transition",
      "fps",
    ]),
    taskId: same,
  },
  inference: {
    newTask: readInferenceTask,
    tolerated: new Set(["model_id"]),
    taskId: readInferenceId,
  },
  concepts: {
    newTask: readRefinement,
    tolerated: new Set(),
    taskId: same,
  },
};

/** An id is read as paths read it, so that a task is found again under the id it was sent with. */
function readInferenceTask(body: JsonObject): Translated {
  const { model_id: modelId, ...rest } = body;
  const own: JsonObject = typeof body.task_id === "string" ? { task_id: readInferenceId(body.task_id) } : {};
  if (!modelId || rest.model_name) return asItIs({ ...body, ...own });
  return { body: { ...rest, ...own, model_name: modelId }, warnings: ["model_id was read as model_name"] };
}

/** `content` alone is a video's story, cut into as many segments as it takes (the first curl of bulk-task-api.md). */
function readCourseTask(body: JsonObject): Translated {
  const data = body.request_data;
  if (body.task_type !== "video" || !isObject(data)) return asItIs(body);
  const { content, ...rest } = data;
  if (content === undefined || rest.story_prompt !== undefined) return asItIs(body);
  return {
    body: { ...body, request_data: { segments: "maximum", ...rest, story_prompt: content } },
    warnings: ["request_data.content was read as story_prompt, in as many segments as it takes"],
  };
}

/** The origin's names of what a refinement keeps. */
const aspects: Partial<Record<string, string>> = { symbols: "shapes", proportions: "layout", color_scheme: "colors" };

function readRefinement(body: JsonObject): Translated {
  const kept = body.preserve_aspects;
  if (!Array.isArray(kept)) return asItIs(body);
  const warnings = kept.flatMap((aspect) =>
    typeof aspect === "string" && aspects[aspect] ? [`preserve_aspects: ${aspect} was read as ${aspects[aspect]}`] : [],
  );
  const translated = kept.map((aspect) => (typeof aspect === "string" ? (aspects[aspect] ?? aspect) : aspect));
  return { body: { ...body, preserve_aspects: [...new Set(translated)] }, warnings };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
