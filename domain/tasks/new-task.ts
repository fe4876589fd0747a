import * as z from "zod";
import { canonicalSha256 } from "#lib/canonical-hash.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import { type Issue, validationError } from "#lib/errors.ts";
import { type CommonFields, commonFields, commonFieldsSchema } from "#task-types/common-fields.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import { findTaskType, taskTypeNames } from "#task-types/schemas.ts";

/** A request to make a task, checked and with its defaults, whatever words it came in. */
export type NewTask = {
  taskType: TaskType;
  common: CommonFields;
  /** The type's own fields; null when the caller will send them later. */
  request: JsonObject | null;
  requestSha256: string;
  warnings: string[];
};

/** Fields that clients of the origin send and that mean nothing here; accepted, and named in the warnings. */
export type Tolerated = ReadonlySet<string>;

export type ReadOptions = {
  /** Put before each path in errors: `tasks.1.` */
  prefix?: string;
  /** Whether a task may come without its type's fields and wait for them. */
  mayWait?: boolean;
  tolerated?: Tolerated;
  /** What was already noticed about the request. */
  warnings?: string[];
};

/**
 * Reads one task from a body whose type's fields stand flat or under `request_data`, never both. Empty strings and nulls
 * count as absent.
 * @throws HubError VALIDATION_ERROR naming every bad field by its path in the body.
 */
export function readNewTask(body: JsonObject, options: ReadOptions = {}): NewTask {
  const read = tryReadNewTask(body, options);
  if (Array.isArray(read)) throw validationError(read);
  return read;
}

/** As readNewTask, but gives the faults back: bulk creation gathers those of all its tasks. */
export function tryReadNewTask(body: JsonObject, options: ReadOptions = {}): NewTask | Issue[] {
  const prefix = options.prefix ?? "";
  const given = withoutAbsent(body);
  const taskType = typeof given.task_type === "string" ? findTaskType(given.task_type) : null;
  if (!taskType) {
    const known = taskTypeNames.join(", ");
    return [{ path: `${prefix}task_type`, message: given.task_type ? `is none of ${known}` : `is required: ${known}` }];
  }
  const { task_type: _, request_data: nested, ...flat } = given;
  if (nested !== undefined && !isObject(nested))
    return [{ path: `${prefix}request_data`, message: "must be an object" }];
  const sorted = sortFields(taskType, flat, nested ? withoutAbsent(nested) : undefined, options.tolerated);
  const issues = sorted.misplaced.map(({ path, message }) => ({ path: prefix + path, message }));

  const pathOf = (field: string) =>
    prefix +
    (sorted.origin[field] ??
      (nested && Object.hasOwn(taskType.request.shape, field) ? `request_data.${field}` : field));
  const waits = options.mayWait === true && nested === undefined && Object.keys(sorted.own).length === 0;
  const common = commonFieldsOf(taskType, waits).safeParse(sorted.common);
  if (!common.success) issues.push(...issuesOf(common.error, pathOf));
  const own = waits ? null : taskType.request.safeParse(withoutAbsentInside(taskType, sorted.own));
  if (own && !own.success) issues.push(...issuesOf(own.error, pathOf));
  if (issues.length > 0 || !common.success) return issues;

  const request = own?.success ? (own.data as JsonObject) : null;
  const refined = request ? (taskType.refine?.({ request, common: common.data }) ?? []) : [];
  if (refined.length > 0) return refined.map(({ path, message }) => ({ path: pathOfNested(path, pathOf), message }));
  const { task_id: __, ...identity } = common.data;
  const requestSha256 = canonicalSha256({ task_type: taskType.name, ...(identity as JsonObject), request });
  return {
    taskType,
    common: common.data,
    request,
    requestSha256,
    warnings: [...(options.warnings ?? []), ...sorted.warnings],
  };
}

/** What a type takes more strictly counts once its own fields are there. */
function commonFieldsOf(taskType: TaskType, waits: boolean): typeof commonFieldsSchema {
  if (!taskType.narrows || waits) return commonFieldsSchema;
  // Narrower fields give values that the wider ones would give too.
  return commonFieldsSchema.extend(taskType.narrows.shape) as unknown as typeof commonFieldsSchema;
}

function pathOfNested(path: string, pathOf: (field: string) => string): string {
  const [field = "", ...rest] = path.split(".");
  return [pathOf(field), ...rest].join(".");
}

type Sorted = {
  common: JsonObject;
  own: JsonObject;
  /** Where a common field really stood, for error paths. */
  origin: Record<string, string>;
  misplaced: Issue[];
  warnings: string[];
};

/** A name that both the type and every type know (`language`) belongs to the common fields. */
function sortFields(
  taskType: TaskType,
  flat: JsonObject,
  nested: JsonObject | undefined,
  tolerated?: Tolerated,
): Sorted {
  const sorted: Sorted = { common: {}, own: {}, origin: {}, misplaced: [], warnings: [] };
  const place = (field: string, value: JsonObject[string], path: string) => {
    if (Object.hasOwn(commonFields, field)) {
      if (Object.hasOwn(sorted.common, field)) {
        sorted.misplaced.push({ path, message: "stands both at the top and in request_data; keep one" });
      }
      sorted.common[field] = value;
      sorted.origin[field] = path;
    } else if (Object.hasOwn(taskType.request.shape, field) && (nested === undefined || path !== field)) {
      sorted.own[field] = value;
    } else if (tolerated?.has(field)) {
      sorted.warnings.push(`${path} was accepted but has no effect here`);
    } else if (Object.hasOwn(taskType.request.shape, field)) {
      sorted.misplaced.push({ path, message: "belongs in request_data, since that is given" });
    } else {
      sorted.misplaced.push({ path, message: `is not a field of ${taskType.name}` });
    }
  };
  for (const [field, value] of Object.entries(flat)) place(field, value, field);
  for (const [field, value] of Object.entries(nested ?? {})) place(field, value, `request_data.${field}`);
  return sorted;
}

function issuesOf(error: { issues: readonly ZodFault[] }, pathOf: (field: string) => string): Issue[] {
  return error.issues.map((issue) => {
    const [field, ...rest] = issue.path.map(String);
    return {
      path: [field === undefined ? "" : pathOf(field), ...rest].filter(Boolean).join("."),
      message: issue.message,
    };
  });
}

type ZodFault = { path: readonly PropertyKey[]; message: string };

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As far as the type says what stands in an object: in rows, filters and free records an empty string is a value. */
function withoutAbsentInside(taskType: TaskType, own: JsonObject): JsonObject {
  const cleaned = Object.entries(own).map(([field, value]) => {
    const schema: unknown = taskType.request.shape[field];
    return [field, isObject(value) && schema instanceof z.ZodObject ? withoutAbsent(value) : value] as const;
  });
  return Object.fromEntries(cleaned);
}

function withoutAbsent(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== ""));
}
