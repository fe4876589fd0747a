import type * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import type { ModelKind } from "#lib/contract/model-kind.ts";

export type PhaseDeclaration = {
  name: string;
  /** Shown while it runs: "Researching". */
  label: string;
  /** The kind of model it uses; null for phases that only compute or typeset. */
  model: ModelKind | null;
};

/**
 * The pure half of a task type: what is asked, what comes out, and its defaults. The API, the forms and the worker read
 * the same object; the other half, the pipeline, stays with the worker.
 */
export type TaskType<
  Request extends z.ZodObject = z.ZodObject,
  Result extends z.ZodObject = z.ZodObject,
  PhaseName extends string = string,
> = {
  name: string;
  /** "Blog post" */
  label: string;
  /** One sentence for the gallery of types. */
  description: string;
  /** The type's own fields, beyond the common ones (TASK-TYPES.md). Field titles and descriptions make the form. */
  request: Request;
  result: Result;
  phases: readonly (PhaseDeclaration & { name: PhaseName })[];
  /** Whether its results wait for a person unless the account's policy says otherwise. */
  requiresApproval: boolean;
  attempts: number;
  /** Minutes one attempt may take. */
  timeoutMinutes: number;
  /** What lists call the task. */
  title: (request: z.output<Request>) => string;
  /** A request that works as it stands; shown in the documentation and offered by the form. */
  example: z.input<Request> & JsonObject;
};

export function defineTaskType<Request extends z.ZodObject, Result extends z.ZodObject, PhaseName extends string>(
  taskType: TaskType<Request, Result, PhaseName>,
): TaskType<Request, Result, PhaseName> {
  return taskType;
}
