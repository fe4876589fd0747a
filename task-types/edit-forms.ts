import type { EditForm } from "./edit-form.ts";
import type { TaskTypeName } from "./schemas.ts";

const textAlone: EditForm = { fields: [] };

/** What people edit of each type's result besides its text; loaded when somebody does. */
const forms = {
  blog_post: async () => (await import("./blog-post/edit-form.ts")).blogPostForm,
  social_media: async () => (await import("./social-media/edit-form.tsx")).socialMediaForm,
  email: async () => (await import("./email/edit-form.tsx")).emailForm,
  newsletter: async () => (await import("./newsletter/edit-form.tsx")).newsletterForm,
  market_research: async () => (await import("./market-research/edit-form.ts")).marketResearchForm,
  data_retrieval: async () => (await import("./data-retrieval/edit-form.ts")).dataRetrievalForm,
  quiz: async () => (await import("./quiz/edit-form.ts")).quizForm,
  animated_lesson: async () => (await import("./animated-lesson/edit-form.ts")).animatedLessonForm,
  video: async () => (await import("./video/edit-form.ts")).videoForm,
  concept_generation: async () => (await import("./design/edit-form.ts")).conceptForm,
  concept_refinement: async () => (await import("./design/edit-form.ts")).conceptForm,
} satisfies Partial<Record<TaskTypeName, () => Promise<EditForm>>>;

/** Of a type without a form of its own, only the text is edited. */
export async function findEditForm(taskType: string): Promise<EditForm> {
  const load = Object.hasOwn(forms, taskType) ? forms[taskType as keyof typeof forms] : null;
  return load ? load() : textAlone;
}
