import * as z from "zod";
import { commonFields } from "#task-types/common-fields.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import { taskTypes } from "#task-types/schemas.ts";

/** Each under a name of its own, so that the document holds it once and not once in every type. */
const common = Object.fromEntries(
  Object.entries(commonFields).map(([name, field]) => [name, field.meta({ ...field.meta(), id: `Field_${name}` })]),
);

/** The bodies that create a task, one for each type, as the API's reference shows them: `readNewTask` reads them. */
export const newTaskDocument = z
  .union(
    Object.values<TaskType>(taskTypes).map((type) =>
      z
        .union([
          z.strictObject({ ...around(type), ...type.request.shape }),
          z.strictObject({
            ...around(type),
            request_data: z.strictObject({ ...common, ...type.request.shape }).optional(),
          }),
        ])
        .meta({
          id: `New_${type.name}`,
          description: type.description,
          examples: [{ task_type: type.name, ...type.example }],
        }),
    ),
  )
  .meta({ id: "NewTask", description: "The type's fields stand flat, or together under request_data" });

function around(type: TaskType) {
  return { task_type: z.literal(type.name), ...common, ...type.narrows?.shape };
}

/** The body of a path that knows its type. */
export function requestDocument(type: TaskType) {
  return z.strictObject({ ...common, ...type.narrows?.shape, ...type.request.shape });
}
