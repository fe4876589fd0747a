import type { Example } from "./example.ts";

/** concept-task-response.md */
const metadata = {
  logo_description: "A modern, minimalist logo for a tech startup",
  theme_description: "Modern tech aesthetic with blues and purples",
};

export const create = {
  heading: "Task Creation Response",
  method: "POST",
  path: "/api/concepts/generate-with-palettes",
  body: metadata,
  status: 202,
  response: {
    task_id: "task_1234abcd",
    type: "concept_generation",
    status: "pending",
    message: "Task created and queued for processing",
    created_at: "2023-01-01T12:00:00.123456",
    metadata,
  },
} satisfies Example;

const running = {
  task_id: "task_1234abcd",
  type: "concept_generation",
  status: "processing",
  message: "Generating concept image",
  created_at: "2023-01-01T12:00:00.123456",
  updated_at: "2023-01-01T12:00:05.123456",
  metadata,
};

export const inProgress = {
  heading: "Task In Progress Response",
  method: "GET",
  path: "/api/concepts/task/{id}",
  status: 200,
  response: running,
} satisfies Example;

export const completed = {
  heading: "Completed Task Response",
  method: "GET",
  path: "/api/concepts/task/{id}",
  status: 200,
  response: {
    ...running,
    status: "completed",
    message: "Concept generation completed successfully",
    completed_at: "2023-01-01T12:00:30.123456",
    result_id: "concept_5678efgh",
    image_url: "https://storage.example.com/concepts/concept_5678efgh.png",
  },
} satisfies Example;

export const failed = {
  heading: "Failed Task Response",
  method: "GET",
  path: "/api/concepts/task/{id}",
  status: 200,
  response: { ...running, status: "failed", message: "Task failed", error_message: "External API service unavailable" },
} satisfies Example;

/** "TaskResponse": every field of the model; the optional ones may be null, and are there. */
export const fields = [
  "task_id",
  "status",
  "type",
  "message",
  "created_at",
  "updated_at",
  "completed_at",
  "metadata",
  "result_id",
  "image_url",
  "error_message",
];

/** "Endpoints Using This Model" */
export const refine = {
  heading: "Endpoints Using This Model",
  method: "POST",
  path: "/api/concepts/refine",
  body: {
    original_image_url: "https://example.org/logo.png",
    refinement_prompt: "Rounder corners and a calmer mark",
    preserve_aspects: ["symbols", "proportions", "color_scheme"],
  },
  status: 202,
} satisfies Example;
