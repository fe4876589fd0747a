import { quizTask, videoTask } from "#lib/http/openapi-requests.ts";
import * as sample from "#lib/http/openapi-samples.ts";

type Shown = Record<string, { summary: string; value: unknown }>;
type OperationExamples = { request?: Shown; responses?: Record<number, Shown> };

const page = { total: 127, limit: 20, offset: 0, skip: 0, next_cursor: null };
const when = "2026-01-17T02:06:50.311Z";
const requestId = "req_123e4567-e89b-12d3-a456-426614174000";

const prompts = {
  logo_description: "A modern, minimalist logo for a tech startup",
  theme_description: "Modern tech aesthetic with blues and purples",
};

/** By method and path: the requests and answers of the four documents, in full. */
export const examples: Record<string, OperationExamples> = {
  "POST /api/tasks": {
    request: {
      blogPost: {
        summary: "A blog post",
        value: {
          task_type: "blog_post",
          topic: "AI and Machine Learning",
          style: "technical",
          tone: "professional",
          target_length: 1500,
          generate_featured_image: true,
          tags: ["ai", "machine-learning"],
          quality_preference: "balanced",
          models_by_phase: { research: "ollama/mistral", creative: "ollama/mistral", qa: "ollama/mistral" },
        },
      },
    },
    responses: { 201: { created: { summary: "Created and queued", value: sample.createdTask } } },
  },
  "GET /api/tasks": {
    responses: {
      200: {
        unified: { summary: "unified", value: { tasks: [sample.listItem], ...page } },
        course: {
          summary: "course",
          value: {
            tasks: [{ ...sample.courseTask, status: "COMPLETED", state: "completed", progress: 100 }],
            ...{ ...page, total: 15, limit: 2 },
          },
        },
        concepts: { summary: "concepts", value: [sample.conceptTask] },
      },
    },
  },
  "GET /api/tasks/{id}": { responses: { 200: { unified: { summary: "unified", value: sample.task } } } },
  "PUT /api/tasks/{id}/status/validated": {
    request: {
      approve: {
        summary: "Approve",
        value: {
          status: "approved",
          updated_by: "user@example.com",
          reason: "Reviewed and approved",
          metadata: { feedback: "Great content, minor edits needed", reviewer_notes: "..." },
        },
      },
    },
    responses: {
      200: {
        approved: {
          summary: "Approved",
          value: {
            success: true,
            task_id: "6d5af4d2-5095-4149-b2f3-cf006cb3fde9",
            message: "Status changed: awaiting_approval → approved",
            updated_by: "user@example.com",
            timestamp: when,
          },
        },
      },
    },
  },
  "POST /api/tasks/bulk": {
    request: {
      create: { summary: "Create a video and a quiz of one group", value: { tasks: [videoTask, quizTask] } },
      cancel: { summary: "Cancel tasks", value: { task_ids: ["task_001"], action: "cancel" } },
    },
    responses: { 200: { created: { summary: "Created and queued", value: [sample.courseTask] } } },
  },
  "GET /api/tasks/count/total": { responses: { 200: { counted: { summary: "Counted", value: { total: 127 } } } } },
  "POST /tasks": {
    request: {
      text: {
        summary: "Generate text",
        value: {
          task_type: "text_generation",
          model_name: "microsoft/DialoGPT-medium",
          input_data: { prompt: "Hello, how are you today?" },
          parameters: { max_length: 100, temperature: 0.8, do_sample: true },
        },
      },
    },
    responses: {
      201: {
        created: {
          summary: "Created and queued",
          value: {
            ...sample.inferenceTask,
            ...{ status: "pending", state: "queued", progress: 1, message: "Text generation task created and queued" },
            ...{ started_at: null, completed_at: null, worker_id: null, result: null, model_used: null },
            estimated_completion: "2025-05-30T12:02:00Z",
          },
        },
      },
      422: {
        invalid: {
          summary: "A field that is not valid",
          value: {
            error: {
              code: "VALIDATION_ERROR",
              message: "Invalid task parameters",
              details: { field: "model_name", reason: "Model not found" },
            },
            timestamp: "2025-05-30T12:00:00Z",
            request_id: requestId,
          },
        },
      },
    },
  },
  "GET /tasks/{id}": { responses: { 200: { completed: { summary: "Completed", value: sample.inferenceTask } } } },
  "GET /tasks": {
    responses: {
      200: {
        inference: {
          summary: "inference",
          value: { tasks: [sample.inferenceTask], total: 1, limit: 50, offset: 0, skip: 0, next_cursor: null },
        },
      },
    },
  },
  "DELETE /tasks/{id}": {
    responses: {
      200: {
        cancelled: {
          summary: "Cancelled",
          value: { task_id: sample.inferenceTask.id, status: "cancelled", cancelled_at: "2025-05-30T12:00:45Z" },
        },
      },
    },
  },
  "POST /api/concepts/generate-with-palettes": {
    request: { logo: { summary: "A logo", value: prompts } },
    responses: { 202: { created: { summary: "Created and queued", value: sample.conceptTask } } },
  },
  "GET /api/concepts/task/{id}": {
    responses: {
      200: {
        processing: {
          summary: "In progress",
          value: { ...sample.conceptTask, status: "processing", message: "Generating concept image" },
        },
        completed: {
          summary: "Completed",
          value: {
            ...sample.conceptTask,
            ...{ status: "completed", message: "Concept generation completed successfully" },
            ...{ completed_at: "2023-01-01T12:00:30.123Z", result_id: "concept_5678efgh" },
            image_url: "https://storage.example.com/concepts/concept_5678efgh.png",
          },
        },
        failed: {
          summary: "Failed",
          value: {
            ...sample.conceptTask,
            ...{ status: "failed", message: "Task failed", error_message: "External API service unavailable" },
          },
        },
      },
    },
  },
};
