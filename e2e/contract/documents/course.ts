import type { Json } from "#lib/contract/json.ts";
import type { Example } from "./example.ts";

/** bulk-task-api.md, both curl commands of "API Authentication". */
export const curl = {
  heading: "API Authentication",
  method: "POST",
  path: "/api/tasks/bulk",
  body: {
    tasks: [
      {
        task_id: "task_001",
        task_type: "video",
        priority: "high",
        request_data: { content: "Lesson about mathematics" },
      },
    ],
  },
  status: 200,
} satisfies Example;

const video = {
  task_id: "task_001",
  task_type: "video",
  priority: "high",
  request_data: {
    story_prompt: "Create an educational video about basic mathematics concepts including addition and subtraction",
    segments: 3,
    language: "English",
    voice_name: "zh-CN-XiaoxiaoNeural",
    voice_rate: 1.0,
    image_style: "realistic",
    resolution: "1920*1080",
    include_subtitles: true,
    theme: "modern",
  },
  task_source_name: "Course Creator",
  task_source_id: "course_123",
  task_source_group_id: "batch_456",
};

export const quiz = {
  task_type: "quiz",
  priority: "normal",
  request_data: {
    story_prompt:
      "Once upon a time in ancient Greece, a young mathematician named Pythagoras discovered a fundamental theorem about right triangles that would revolutionize geometry forever.",
    difficulty: "medium",
    num_questions: 10,
    language: "English",
  },
  task_source_name: "Course Creator",
  task_source_id: "course_123",
  task_source_group_id: "batch_456",
};

const maximal = {
  task_type: "video",
  priority: "low",
  request_data: {
    story_prompt: "Create a comprehensive video about history",
    segments: "maximum",
    language: "English",
  },
  task_source_name: "Auto Generator",
  task_source_id: "system_001",
  task_source_group_id: "batch_456",
};

const event = { timestamp: "2025-06-15T10:30:00Z", message: "Task pending" };

export const createdTask: Json = {
  task_id: "task_001",
  user_id: "user_123",
  account_id: "account_456",
  task_type: "video",
  priority: "high",
  status: "QUEUED",
  progress: 1.0,
  created_at: "2025-06-15T10:30:00Z",
  updated_at: "2025-06-15T10:30:00Z",
  task_source_name: "Course Creator",
  task_source_id: "course_123",
  task_source_group_id: "batch_456",
  events: [event, { timestamp: "2025-06-15T10:30:01Z", message: "Task added to video processing queue" }],
};

/** Its second answer has a UUID with a `g` and a quiz of type video: errata, and not copied. */
export const createBulk = {
  heading: "Create Bulk Tasks",
  method: "POST",
  path: "/api/tasks/bulk",
  body: { tasks: [video, quiz, maximal] },
  status: 200,
  response: [createdTask],
} satisfies Example;

/** `request_data: {...}` is an erratum; the fields of the first example stand in for it. */
export const mixedIds = {
  heading: "Example with Mixed IDs and Individual Source Fields",
  method: "POST",
  path: "/api/tasks/bulk",
  body: {
    tasks: [
      {
        ...video,
        task_id: "important_task_001",
        task_source_name: "Manual Upload",
        task_source_id: "user_session_123",
        task_source_group_id: "batch_456",
      },
      {
        task_type: "video",
        task_source_name: "API Integration",
        task_source_id: "external_system_789",
        task_source_group_id: "batch_789",
        request_data: video.request_data,
      },
    ],
  },
  status: 200,
  response: [createdTask],
} satisfies Example;

/** Every query of "Get All Tasks (Updated)" and of the chapters on source ids, the scripts' included. */
export const queries = [
  "/api/tasks?task_source_group_id=batch_456&status=PENDING&limit=50",
  "/api/tasks?task_source_ids=course_123,course_456,course_789&status=COMPLETED",
  "/api/tasks?task_ids=uuid-1234,uuid-5678,uuid-9012",
  "/api/tasks?task_source_group_id=batch_456&task_source_ids=course_123,course_456&status=PROCESSING",
  "/api/tasks?task_ids=uuid-1234,uuid-5678&status=COMPLETED",
  "/api/tasks?task_source_ids=course_123",
  "/api/tasks?task_source_ids=course_123,course_456,course_789",
  "/api/tasks?task_source_ids=course_123,course_456&status=COMPLETED",
  "/api/tasks?task_source_group_id=batch_456&task_source_ids=course_123,course_789&status=PENDING",
  "/api/tasks?task_source_ids=course_123,course_456&limit=20&skip=0",
  "/api/tasks?task_source_ids=math_101,science_102,history_103",
  "/api/tasks?task_source_ids=math_101,science_102&status=PROCESSING",
  "/api/tasks?task_source_group_id=evening_batch&task_source_ids=course_001,course_002,course_003",
  "/api/tasks?task_source_ids=buggy_course_1,buggy_course_2&status=FAILED",
  "/api/tasks?task_source_ids=course_123&status=FAILED&limit=10",
  "/api/tasks?task_source_ids=course_123,course_456&status=COMPLETED&limit=2",
  // axios encodes the commas.
  "/api/tasks?task_source_ids=course_123%2Ccourse_456%2Ccourse_789&status=PROCESSING&limit=50",
  "/api/tasks?task_source_ids=course_123%2Ccourse_456%2Ccourse_789&status=COMPLETED",
  // "Empty values filtered"
  "/api/tasks?task_source_ids=course_123,,course_456",
];

export const counts = [
  "/api/tasks/count/total?task_source_ids=course_001,course_002&status=FAILED",
  "/api/tasks/count/total?task_source_ids=course_123,course_456",
];

export const listFinished = {
  heading: "Response Examples",
  method: "GET",
  path: "/api/tasks?task_source_ids=course_123,course_456&status=COMPLETED&limit=2",
  status: 200,
  response: {
    tasks: [
      {
        task_id: "uuid-1234",
        task_source_id: "course_123",
        task_source_name: "Mathematics 101",
        task_source_group_id: "batch_456",
        status: "COMPLETED",
        task_type: "video",
        progress: 100,
        created_at: "2025-06-16T10:00:00Z",
        result_url: "https://example.com/result1.mp4",
      },
    ],
    total: 15,
    limit: 2,
    skip: 0,
  },
} satisfies Example;

export const requeue = {
  heading: "New Queue Management Endpoints",
  method: "POST",
  path: "/task/requeue-pending",
  status: 200,
} satisfies Example;
