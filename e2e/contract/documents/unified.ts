import type { Example } from "./example.ts";

/** unified-tasks.md */
export const createPost = {
  heading: "1. Create Task (Any Type)",
  method: "POST",
  path: "/api/tasks",
  body: {
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
  status: 201,
  response: {
    id: "6d5af4d2-5095-4149-b2f3-cf006cb3fde9",
    task_type: "blog_post",
    status: "pending",
    created_at: "2026-01-17T07:20:57.317843+00:00",
    message: "Blog post task created and queued",
  },
} satisfies Example;

/** "2. List Tasks": the path and the fields around the items; the items' status is the erratum. */
export const listCompleted = {
  heading: "2. List Tasks",
  method: "GET",
  path: "/api/tasks?limit=20&offset=0&status=completed",
  status: 200,
  response: { tasks: [], total: 127, limit: 20, offset: 0 },
} satisfies Example;

export const listWaiting = {
  heading: "2. List Tasks",
  method: "GET",
  path: "/api/tasks?limit=20&offset=0&status=awaiting_approval&task_type=blog_post",
  status: 200,
  response: {
    tasks: [
      {
        id: "75",
        task_id: "6d5af4d2-5095-4149-b2f3-cf006cb3fde9",
        task_type: "blog_post",
        topic: "AI and Machine Learning",
        status: "completed",
        approval_status: "pending_human_review",
        content: "## AI and Machine Learning...",
        featured_image_url: "https://...",
        quality_score: 6.36,
        seo_title: "AI and Machine Learning",
        created_at: "2026-01-17T07:20:57.317843+00:00",
      },
    ],
    total: 127,
    limit: 20,
    offset: 0,
  },
} satisfies Example;

export const statusesOfTheList = [
  "pending",
  "generating",
  "completed",
  "failed",
  "awaiting_approval",
  "approved",
  "published",
];

export const typesOfTheDocument = [
  "blog_post",
  "social_media",
  "email",
  "newsletter",
  "business_analytics",
  "data_retrieval",
  "market_research",
  "financial_analysis",
];

export const details = {
  heading: "3. Get Task Details",
  method: "GET",
  path: "/api/tasks/{id}",
  status: 200,
  response: {
    id: "6d5af4d2-5095-4149-b2f3-cf006cb3fde9",
    task_type: "blog_post",
    status: "completed",
    content: "## Full blog content...",
    featured_image_url: "https://images.pexels.com/...",
    quality_score: 6.36,
    seo_title: "AI and Machine Learning",
    seo_description: "Comprehensive guide to AI and ML",
    seo_keywords: ["ai", "machine-learning", "algorithms"],
    created_at: "2026-01-17T07:20:57.317843+00:00",
  },
} satisfies Example;

/** "Quality & Cost Tracking" */
export const tracked = {
  quality_score: 6.36,
  estimated_cost: 0,
  cost_breakdown: {},
  model_used: "ollama/mistral",
  featured_image_url: "https://images.pexels.com/...",
};

export const approve = {
  heading: "4. Update Task Status (Approval Workflow)",
  method: "PUT",
  path: "/api/tasks/{id}/status/validated",
  body: {
    status: "approved",
    updated_by: "user@example.com",
    reason: "Reviewed and approved",
    metadata: { feedback: "Great content, minor edits needed", reviewer_notes: "..." },
  },
  status: 200,
  response: {
    success: true,
    task_id: "6d5af4d2-5095-4149-b2f3-cf006cb3fde9",
    message: "Status changed: awaiting_approval → approved",
    updated_by: "user@example.com",
    timestamp: "2026-01-17T02:06:50.311571+00:00",
  },
} satisfies Example;

/** "Valid Status Transitions", in an order in which one task can make them all. */
export const transitions = [
  ["awaiting_approval", "rejected"],
  ["rejected", "awaiting_approval"],
  ["awaiting_approval", "approved"],
  ["approved", "published"],
] as const;

export const remove = {
  heading: "5. Delete Task",
  method: "DELETE",
  path: "/api/tasks/{id}",
  status: 204,
} satisfies Example;

/** "Frontend Integration", `getTasks(limit, offset)`; "Troubleshooting", `quality_preference: "fast"`. */
export const frontend = [
  { heading: "Frontend Integration", method: "GET", path: "/api/tasks?limit=10&offset=5", status: 200 },
  {
    heading: "Troubleshooting",
    method: "POST",
    path: "/api/tasks?dry_run=true",
    body: { task_type: "blog_post", topic: "AI and Machine Learning", quality_preference: "fast" },
    status: 200,
  },
] satisfies Example[];
