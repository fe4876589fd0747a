import type * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import type { ModelKind } from "#lib/contract/model-kind.ts";
import type { Issue } from "#lib/errors.ts";
import type { Workload } from "#lib/models/estimate-cost.ts";
import type { BlockPlan } from "./blocks/block-plan.ts";
import type { CommonFields } from "./common-fields.ts";

export type PhaseDeclaration = {
  name: string;
  /** Shown while it runs: "Researching". */
  label: string;
  /** The kind of model it uses; null for phases that only compute or typeset. */
  model: ModelKind | null;
  /** The built-in model that knows this phase's work, where it is not the usual one of its kind; null where none does. */
  builtin?: string | null;
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
  /** The type's own fields, beyond the common ones. Field titles and descriptions make the form. */
  request: Request;
  result: Result;
  /** Common fields that this type takes more strictly, under their own names. */
  narrows?: z.ZodObject;
  /** Faults that no single field shows, once each field is valid; paths as in the request, `parameters.seed`. */
  refine?: (task: { request: z.output<Request>; common: CommonFields }) => Issue[];
  /** The phases whose work, as it is asked for, no built-in model can do. */
  beyondBuiltin?: (task: { request: z.output<Request>; common: Pick<CommonFields, "parameters"> }) => PhaseName[];
  /** What the request asks to be fetched; judged when the task is made and again when it is fetched. */
  addresses?: (request: z.output<Request>) => { path: string; url: string }[];
  /** What its phases will make, by name, for the price before anything is made; what is left out is taken to be usual. */
  workload?: (task: {
    request: z.output<Request>;
    common: Pick<CommonFields, "parameters">;
  }) => Partial<Record<string, Workload>>;
  phases: readonly (PhaseDeclaration & { name: PhaseName })[];
  /** What of its revisions can be made again alone; absent where only the whole can. */
  blocks?: BlockPlan<PhaseName>;
  /** Whether its results wait for a person unless the account's policy says otherwise. */
  requiresApproval: boolean;
  attempts: number;
  /** Minutes one attempt may take. */
  timeoutMinutes: number;
  /** What lists call the task. */
  title: (request: z.output<Request>) => string;
  /**
   * A request that works as it stands, with material where words come from such, on a fresh hub without a network; shown
   * in the documentation and offered by the form.
   */
  example: z.input<Request> & JsonObject;
};

export function defineTaskType<Request extends z.ZodObject, Result extends z.ZodObject, PhaseName extends string>(
  taskType: TaskType<Request, Result, PhaseName>,
): TaskType<Request, Result, PhaseName> {
  return taskType;
}

/** The phases as this request needs them: one that no built-in model can do has none to fall back on. */
export function phasesFor(
  taskType: TaskType,
  request: JsonObject,
  common: Pick<CommonFields, "parameters">,
): readonly PhaseDeclaration[] {
  const beyond = taskType.beyondBuiltin?.({ request, common }) ?? [];
  return taskType.phases.map((phase) => (beyond.includes(phase.name) ? { ...phase, builtin: null } : phase));
}
