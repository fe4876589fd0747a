import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { findQuiz } from "#domain/quizzes/find-quiz.ts";
import { HubError } from "#lib/errors.ts";
import { json } from "#lib/http/route.ts";

/** Not counted by address: a whole class may sit behind one. */
export const GET = route(
  {
    summary: "What is right, for a question of a released quiz that was just answered",
    access: "public",
    limited: false,
    params: z.object({ id: z.string().max(64), questionId: z.string().max(64) }),
    responses: { 200: z.object({ correct_answer: z.string(), explanation: z.string() }).meta({ id: "QuizAnswer" }) },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, params }) => {
    const found = await findQuiz(ctx.db, params.id);
    const question = found?.quiz.questions.find(({ id }) => id === params.questionId);
    if (!question) throw new HubError("NOT_FOUND", "There is no such question");
    return json({ correct_answer: question.correct_answer, explanation: question.explanation });
  },
);
