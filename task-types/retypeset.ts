import type { JsonObject } from "#lib/contract/json.ts";
import type { PhaseRun, PipelineResult } from "./define-pipeline.ts";

/** What a revision holds. */
export type Draft<Result = JsonObject> = Pick<PipelineResult<Result>, "content" | "result">;

/** A person's edit of a revision; `after` fits the type. */
export type Edit<Request = JsonObject, Result = JsonObject> = {
  request: Request;
  language: string;
  before: Draft<Result>;
  after: Draft<Result>;
};

/**
 * Makes what is derived from the edited fields again: HTML, PDF, counts. No model is asked.
 * @throws HubError VALIDATION_ERROR when a derived field alone was edited
 */
export type Retypeset<Request = JsonObject, Result = JsonObject> = (
  edit: Edit<Request, Result>,
  tools: Typesetting,
) => Promise<Draft<Result>>;

/** What typesetting needs of the world, in a phase as after an edit. */
export type Typesetting = Pick<PhaseRun, "storeArtifact" | "degrade">;
