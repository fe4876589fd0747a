import * as z from "zod";
import { commonFields } from "#task-types/common-fields.ts";
import type { TaskType } from "#task-types/define-task-type.ts";
import { taskTypes } from "#task-types/schemas.ts";

/** The bodies that create a task, one for each type, as the API's reference shows them: `readNewTask` reads them. */
export const newTaskDocument = z
  .union(
    Object.values<TaskType>(taskTypes).map((type) =>
      z
        .strictObject({
          task_type: z.literal(type.name),
          ...commonFields,
          ...type.narrows?.shape,
          ...type.request.shape,
        })
        .meta({
          id: `New_${type.name}`,
          description: type.description,
          examples: [{ task_type: type.name, ...type.example }],
        }),
    ),
  )
  .meta({ id: "NewTask", description: "The type's fields stand flat, or together under request_data" });
