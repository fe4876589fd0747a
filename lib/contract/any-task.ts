import * as z from "zod";
import { conceptTaskSchema } from "./concept-response.ts";
import { courseTaskSchema } from "./course-response.ts";
import { inferenceTaskSchema } from "./inference-response.ts";
import { taskListResponseSchema } from "./task-list-response.ts";
import { taskResponseSchema } from "./task-response.ts";

/** What every route that answers with a task can answer with: the profile decides. */
export const anyTaskSchema = z
  .xor([taskResponseSchema, courseTaskSchema, inferenceTaskSchema, conceptTaskSchema])
  .meta({ id: "AnyTask", description: "A task in the caller's profile: unified, course, inference or concepts" });

const page = taskListResponseSchema.omit({ tasks: true }).shape;

/** A page of tasks in the caller's profile. */
export const anyTaskListSchema = z
  .union([
    taskListResponseSchema,
    z.object({ tasks: z.array(courseTaskSchema), ...page }).meta({ id: "CourseTaskList" }),
    z.object({ tasks: z.array(inferenceTaskSchema), ...page }).meta({ id: "InferenceTaskList" }),
    z.array(conceptTaskSchema).meta({ id: "ConceptTaskList", description: "The caller's own tasks, in concepts" }),
  ])
  .meta({ id: "AnyTaskList" });
