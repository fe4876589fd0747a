import type { Example } from "./example.ts";

/** inference-task-manager.md */
export const create = {
  heading: "Create Task",
  method: "POST",
  path: "/tasks",
  body: {
    task_type: "text_generation",
    model_name: "microsoft/DialoGPT-medium",
    input_data: { prompt: "Hello, how are you today?" },
    parameters: { max_length: 100, temperature: 0.8, do_sample: true },
  },
  status: 201,
  response: {
    task_id: "task_123e4567-e89b-12d3-a456-426614174000",
    status: "pending",
    task_type: "text_generation",
    model_name: "microsoft/DialoGPT-medium",
    created_at: "2025-05-30T12:00:00Z",
    estimated_completion: "2025-05-30T12:02:00Z",
  },
} satisfies Example;

/** "cURL Examples" and "Python SDK", whose client sends the same. */
export const curl = {
  heading: "cURL Examples",
  method: "POST",
  path: "/tasks",
  body: {
    task_type: "text_generation",
    model_name: "microsoft/DialoGPT-medium",
    input_data: { prompt: "Hello world!" },
  },
  status: 201,
} satisfies Example;

export const read = {
  heading: "Get Task Status",
  method: "GET",
  path: "/tasks/{id}",
  status: 200,
  response: {
    task_id: "task_123e4567-e89b-12d3-a456-426614174000",
    status: "completed",
    task_type: "text_generation",
    model_name: "microsoft/DialoGPT-medium",
    created_at: "2025-05-30T12:00:00Z",
    started_at: "2025-05-30T12:00:15Z",
    completed_at: "2025-05-30T12:01:30Z",
    worker_id: "worker_gpu_0",
    result: {
      generated_text: "Hello! I'm doing great, thank you for asking. How can I help you today?",
      tokens_generated: 18,
      inference_time: 1.2,
    },
  },
} satisfies Example;

export const list = {
  heading: "List Tasks",
  method: "GET",
  path: "/tasks?status=completed&task_type=text_generation&model_name=microsoft%2FDialoGPT-medium&sort_by=created_at&sort_order=asc",
  status: 200,
  response: {
    tasks: [
      {
        task_id: "task_123e4567-e89b-12d3-a456-426614174000",
        status: "completed",
        task_type: "text_generation",
        model_name: "microsoft/DialoGPT-medium",
        created_at: "2025-05-30T12:00:00Z",
        completed_at: "2025-05-30T12:01:30Z",
      },
    ],
    total: 1,
    limit: 50,
    offset: 0,
  },
} satisfies Example;

/** Parameters of "List Tasks", and the last curl command. */
export const queries = [
  "/tasks",
  "/tasks?status=pending",
  "/tasks?status=running",
  "/tasks?status=failed",
  "/tasks?status=cancelled",
  "/tasks?sort_by=status&sort_order=desc",
  "/tasks?sort_by=task_type",
  "/tasks?limit=1000&offset=10",
  "/tasks?status=completed&limit=10",
];

export const cancel = {
  heading: "Cancel Task",
  method: "DELETE",
  path: "/tasks/{id}",
  status: 200,
  response: {
    task_id: "task_123e4567-e89b-12d3-a456-426614174000",
    status: "cancelled",
    cancelled_at: "2025-05-30T12:00:45Z",
  },
} satisfies Example;

export const health = {
  heading: "Health Check",
  method: "GET",
  path: "/health",
  status: 200,
  response: {
    status: "healthy",
    timestamp: "2025-05-30T12:00:00Z",
    version: "1.0.0",
    uptime: 3600,
    active_tasks: 5,
    pending_tasks: 12,
    completed_tasks: 157,
    failed_tasks: 3,
  },
} satisfies Example;

/** "Metrics": what stands before each value. */
export const metrics = [
  "# HELP task_manager_tasks_total ",
  "# TYPE task_manager_tasks_total counter",
  'task_manager_tasks_total{status="completed"} ',
  'task_manager_tasks_total{status="failed"} ',
  'task_manager_tasks_total{status="pending"} ',
  'task_manager_tasks_total{status="running"} ',
  "# HELP task_manager_processing_time_seconds ",
  "# TYPE task_manager_processing_time_seconds histogram",
  'task_manager_processing_time_seconds_bucket{le="1.0"} ',
  'task_manager_processing_time_seconds_bucket{le="5.0"} ',
  'task_manager_processing_time_seconds_bucket{le="10.0"} ',
];

/** "Error Response Format": a request without the field that its example names. */
export const refused = {
  heading: "Error Response Format",
  method: "POST",
  path: "/tasks",
  body: { task_type: "text_generation", input_data: { prompt: "Hello world!" } },
  status: 422,
  response: {
    error: {
      code: "VALIDATION_ERROR",
      message: "Invalid task parameters",
      details: { field: "model_name", reason: "Model not found" },
    },
    timestamp: "2025-05-30T12:00:00Z",
    request_id: "req_123e4567-e89b-12d3-a456-426614174000",
  },
} satisfies Example;
