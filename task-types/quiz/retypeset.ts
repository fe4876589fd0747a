import type * as z from "zod";
import { validationError } from "#lib/errors.ts";
import type { ArtifactReference } from "#task-types/phase-run.ts";
import type { Retypeset, Typesetting } from "#task-types/retypeset.ts";
import { sourceChanged } from "#task-types/source-changed.ts";
import { quizFaults } from "./quiz-faults.ts";
import type { quiz, quizSchema } from "./schema.ts";

type Quiz = z.output<typeof quizSchema>;
type Result = z.output<typeof quiz.result>;

/** The quiz as a JSON file to take along. */
export function storeQuiz(
  made: Quiz,
  { storeArtifact }: Pick<Typesetting, "storeArtifact">,
): Promise<ArtifactReference> {
  return storeArtifact({
    name: "quiz.json",
    role: "quiz",
    contentType: "application/json",
    bytes: new TextEncoder().encode(JSON.stringify(made, null, 2)),
  });
}

/** HTML that shows the quiz's page in another page. */
export function embedCode(page: string, title: string): string {
  return `<iframe src="${page}" title="${escapeAttribute(title)}" style="border:0;width:100%;height:640px" loading="lazy"></iframe>`;
}

/** Counts the points and writes the file again. The page keeps its address, which leads to the released revision. */
export const retypesetQuiz: Retypeset<z.output<typeof quiz.request>, Result> = async ({ before, after }, tools) => {
  const derivation = { sources: ["quiz"], derived: ["quiz_url", "quiz_json_url", "embed_code"] } as const;
  if (!sourceChanged(before.result, after.result, derivation, "result")) return after;
  const edited = after.result.quiz;
  const faults = quizFaults(edited.questions);
  if (faults.length > 0) {
    throw validationError(faults.map(({ path, message }) => ({ path: `result.quiz.${path}`, message })));
  }
  const points = { sources: ["questions"], derived: ["total_points"] } as const;
  const counted = sourceChanged(before.result.quiz, edited, points, "result.quiz")
    ? { ...edited, total_points: edited.questions.reduce((sum, question) => sum + question.points, 0) }
    : edited;
  const { quiz_url } = before.result;
  const files = { quiz_url, quiz_json_url: await storeQuiz(counted, tools) };
  return {
    ...after,
    result: { ...after.result, ...files, quiz: counted, embed_code: embedCode(quiz_url, counted.title) },
  };
};

function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
