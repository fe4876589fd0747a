import { type ComponentType, lazy } from "react";
import type { ResultViewProps } from "./result-view-props.ts";
import type { TaskTypeName } from "./schemas.ts";

export type { ResultViewProps };

type ResultView = {
  /** What the people who decide call it: "Article". */
  label: string;
  component: ComponentType<ResultViewProps>;
  /** Loads it ahead of the need. */
  prepare: () => Promise<unknown>;
};

function view(label: string, load: () => Promise<ComponentType<ResultViewProps>>): ResultView {
  return { label, component: lazy(async () => ({ default: await load() })), prepare: load };
}

/** How each type's result is shown as its audience will see it; loaded when one is looked at. */
const views = {
  blog_post: view("Article", async () => (await import("./blog-post/result-view.tsx")).BlogPostView),
  social_media: view("Posts", async () => (await import("./social-media/result-view.tsx")).SocialMediaView),
  email: view("Email", async () => (await import("./email/result-view.tsx")).EmailView),
  newsletter: view("Newsletter", async () => (await import("./newsletter/result-view.tsx")).NewsletterView),
  market_research: view("Report", async () => (await import("./market-research/result-view.tsx")).MarketResearchView),
  business_analytics: view(
    "Report",
    async () => (await import("./business-analytics/result-view.tsx")).BusinessAnalyticsView,
  ),
  financial_analysis: view(
    "Report",
    async () => (await import("./financial-analysis/result-view.tsx")).FinancialAnalysisView,
  ),
  data_retrieval: view("Table", async () => (await import("./data-retrieval/result-view.tsx")).DataRetrievalView),
  documentation: view("Document", async () => (await import("./documentation/result-view.tsx")).DocumentationView),
  quiz: view("Quiz", async () => (await import("./quiz/result-view.tsx")).QuizView),
  animated_lesson: view("Lesson", async () => (await import("./animated-lesson/result-view.tsx")).AnimatedLessonView),
  video: view("Video", async () => (await import("./video/result-view.tsx")).VideoView),
  text_generation: view("Text", async () => (await import("./text-generation/result-view.tsx")).TextGenerationView),
  text_to_speech: view("Sound", async () => (await import("./text-to-speech/result-view.tsx")).TextToSpeechView),
  image_generation: view(
    "Pictures",
    async () => (await import("./image-generation/result-view.tsx")).ImageGenerationView,
  ),
  image_to_text: view("Reading", async () => (await import("./image-to-text/result-view.tsx")).ImageToTextView),
  concept_generation: view(
    "Concept",
    async () => (await import("./concept-generation/result-view.tsx")).ConceptGenerationView,
  ),
  concept_refinement: view(
    "Concept",
    async () => (await import("./concept-refinement/result-view.tsx")).ConceptRefinementView,
  ),
} satisfies Record<TaskTypeName, ResultView>;

/** Null for a type that this hub does not know. */
export function findResultView(taskType: string): ResultView | null {
  return Object.hasOwn(views, taskType) ? ((views as Record<string, ResultView>)[taskType] ?? null) : null;
}
