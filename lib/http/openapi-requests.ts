/** Two tasks of one group, as bulk-task-api.md creates them. */

const batch = { task_source_name: "Course Creator", task_source_id: "course_123", task_source_group_id: "batch_456" };

export const videoTask = {
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
  ...batch,
};

export const quizTask = {
  task_type: "quiz",
  priority: "normal",
  request_data: {
    story_prompt:
      "Once upon a time in ancient Greece, a young mathematician named Pythagoras discovered a fundamental theorem about right triangles that would revolutionize geometry forever.",
    difficulty: "medium",
    num_questions: 10,
    language: "English",
  },
  ...batch,
};
