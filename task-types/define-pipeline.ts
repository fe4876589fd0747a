import type * as z from "zod";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import type { TaskType } from "./define-task-type.ts";
import type { PhaseRun } from "./phase-run.ts";
import type { Draft, Retypeset } from "./retypeset.ts";

/** The outcome that becomes a revision. */
export type PipelineResult<Result> = Draft<Result> & {
  /** 1–10; null for types that are not scored. */
  qualityScore: number | null;
};

/** The working half of a task type: its phases in order, each saved the moment it is done. */
export type Pipeline<Request = JsonObject, Result = JsonObject> = {
  phases: Record<string, (run: PhaseRun<Request>) => Promise<Json>>;
  /** Puts the saved outputs together; pure. */
  finish: (outputs: Record<string, Json>, run: Pick<PhaseRun<Request>, "request" | "common">) => PipelineResult<Result>;
  /** For types with typeset forms. */
  retypeset?: Retypeset<Request, Result>;
};

/** Ties a pipeline to its type, so that a phase without a function does not compile. */
export function definePipeline<Request extends z.ZodObject, Result extends z.ZodObject, PhaseName extends string>(
  _taskType: TaskType<Request, Result, PhaseName>,
  pipeline: {
    phases: Record<PhaseName, (run: PhaseRun<z.output<Request>>) => Promise<Json>>;
    finish: Pipeline<z.output<Request>, z.output<Result>>["finish"];
    retypeset?: Retypeset<z.output<Request>, z.output<Result>>;
  },
): Pipeline {
  // The worker parses the request with the type's schema before any phase runs, so the narrower type holds.
  return pipeline as unknown as Pipeline;
}
