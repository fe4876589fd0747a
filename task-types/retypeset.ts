import type { JsonObject } from "#lib/contract/json.ts";
import type { PhaseRun } from "./phase-run.ts";

/** What a revision holds. */
export type Draft<Result = JsonObject> = {
  /** The Markdown or text that a reviewer edits; null where the result is all there is. */
  content: string | null;
  result: Result;
};

/** A person's edit of a revision; `after` fits the type. */
type Edit<Request = JsonObject, Result = JsonObject> = {
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
