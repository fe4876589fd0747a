import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { check, scoreOf } from "#task-types/quality/score.ts";
import { bareText } from "#task-types/text/bare-text.ts";
import { assembleQuiz, quoteOf } from "./assemble-quiz.ts";
import { factsSystem, reviewSystem, writingPrompt, writingSystem } from "./prompts.ts";
import { siftQuestions, type WrittenQuestion, type WrittenQuiz, writtenQuizSchema } from "./questions.ts";
import {
  putInPlace,
  quizBefore,
  type Replacement,
  replacementFor,
  siftReplacements,
  warnOfKept,
  withReplaced,
  writtenBefore,
} from "./replace-questions.ts";
import { embedCode, retypesetQuiz, storeQuiz } from "./retypeset.ts";
import { type QuestionType, questionTypes, quiz, quizSchema, usualQuestions } from "./schema.ts";

type Run = PhaseRun<z.output<typeof quiz.request>>;

const factsSchema = z.object({ facts: z.array(z.string()) });
const reviewSchema = z.object({ faults: z.array(z.object({ index: z.int().min(0), fault: z.string() })) });
const checkedSchema = z.object({ quiz: writtenQuizSchema, faults: z.array(z.string()), removed: z.int() });
const formattedSchema = z.object({ quiz: quizSchema, artifact: z.string() });

/** How often a draft whose questions cannot stay is sent back. */
const mostRounds = 2;

/** A quiz about a story: what it states, questions about that, each judged by the story, and a page to take it on. */
export const quizPipeline = definePipeline(quiz, {
  phases: {
    research: (run) =>
      run.generate({
        job: "quiz.facts",
        input: inputOf(run),
        system: factsSystem,
        prompt: `The text:\n"""\n${storyOf(run)}\n"""`,
        output: factsSchema,
        temperature: 0,
      }),

    creative: async (run) => {
      const { facts } = factsSchema.parse(run.outputs.research);
      if (run.blocks) return replace(run, facts, run.blocks, []);
      const written = await write(run, facts, []);
      for (const shortcoming of written.shortcomings) run.degrade(shortcoming);
      return written;
    },

    qa: async (run) => {
      const { facts } = factsSchema.parse(run.outputs.research);
      if (run.blocks) return judgeReplaced(run, facts, run.blocks);
      let draft = writtenQuizSchema.parse(run.outputs.creative);
      let judged = await judge(run, draft);
      const [wanted] = wantedOf(run);
      for (let round = 0; round < mostRounds && judged.faults.length > 0 && judged.kept.length < wanted; round++) {
        run.progress((round + 1) / (mostRounds + 2), "Sent back to be put right");
        const next = await write(run, facts, judged.faults);
        draft = { ...next, questions: [...judged.kept, ...next.questions] };
        judged = await judge(run, draft);
      }
      const questions = judged.kept.slice(0, wanted);
      if (questions.length === 0) throw new Error("no question could be made that the story answers");
      warnIfFewer(run, facts, questions.length, wanted);
      return { quiz: { ...draft, questions }, faults: judged.faults, removed: judged.faults.length };
    },

    format: async (run) => {
      const checked = checkedSchema.parse(run.outputs.qa);
      const finished = run.blocks
        ? withReplaced(run, checked.quiz)
        : assembleQuiz(run.taskId, checked.quiz, run.request.difficulty, run.common.language);
      const artifact = await storeQuiz(finished, run);
      return { quiz: finished, artifact };
    },
  },

  finish: (outputs) => {
    const { quiz: finished, artifact } = formattedSchema.parse(outputs.format);
    const { faults } = checkedSchema.parse(outputs.qa);
    const findings = [
      check("answerable", "Answered by the story", [], `All ${finished.questions.length} questions quote the story`),
      check("options", "One right option", [], "Each question has exactly one right option, and no option twice"),
      check("distinct", "Distinct", [], "No two questions are the same"),
      ...(faults.length > 0 ? [check("sifted", "Left out", faults, "")] : []),
    ];
    const page = artifact.replace("artifact:", "quiz:");
    return {
      content: null,
      result: {
        quiz: finished,
        quiz_url: page,
        quiz_json_url: artifact,
        embed_code: embedCode(page, finished.title),
        quality_score: scoreOf(findings),
        qa_feedback: findings,
      },
      qualityScore: scoreOf(findings),
    };
  },

  retypeset: retypesetQuiz,
});

/** The story as its reader sees it, and notes that came with it. */
function storyOf({ request, common }: Run): string {
  return [request.story_prompt, common.sourceMaterial ?? ""].filter(Boolean).map(bareText).join("\n\n");
}

/** How many questions, and of which kinds. */
function wantedOf({ request }: Run): [number, QuestionType[]] {
  const count = request.num_questions ?? usualQuestions[request.difficulty];
  return [count, request.question_types ?? ["multiple_choice", "true_false"]];
}

function inputOf(run: Run) {
  const [count, types] = wantedOf(run);
  const { language } = run.common;
  const mayFill = run.request.question_types === undefined;
  const request = { story: storyOf(run), language, difficulty: run.request.difficulty, count, types, mayFill };
  return { ...request, avoid: unwanted(run), feedback: run.feedback };
}

/** "Question 3 is misleading": those of the quiz before that the reviewer names by number. */
function unwanted({ feedback, previous }: Run): { evidence: string; correct_answer: string }[] {
  const before = z.object({ quiz: quizSchema }).safeParse(previous?.result);
  if (!feedback || !before.success) return [];
  const numbers = [...feedback.matchAll(/(?:question|frage|q_?|#|no\.?|nr\.?)\s*(\d{1,2})/gi)].map(([, digits]) =>
    Number(digits),
  );
  return numbers.flatMap((number) => {
    const question = before.data.quiz.questions[number - 1];
    return question ? { evidence: quoteOf(question.explanation), correct_answer: question.correct_answer } : [];
  });
}

/** The quiz before with other questions at these places; the rest of it goes along unread. */
async function replace(run: Run, facts: string[], places: readonly number[], faults: string[]): Promise<WrittenQuiz> {
  const { title } = quizBefore(run);
  const { questions: found, shortcomings } = await write(run, facts, faults, replacementFor(run, places));
  for (const shortcoming of shortcomings) run.warn(shortcoming);
  const { kept } = siftReplacements(run, found, storyOf(run));
  return { title, questions: putInPlace(writtenBefore(run), places, kept), shortcomings: [] };
}

/** Only what is new is judged; a place for which nothing can be found keeps its question. */
async function judgeReplaced(run: Run, facts: string[], places: readonly number[]) {
  const before = writtenBefore(run);
  const { questions, ...rest } = writtenQuizSchema.parse(run.outputs.creative);
  const faults: string[] = [];
  let [made, open] = [questions, [...places]];
  for (let round = 0; round <= mostRounds && open.length > 0; round++) {
    if (round > 0) {
      run.progress(round / (mostRounds + 1), "Sent back to be put right");
      const next = await replace(run, facts, open, faults);
      made = made.map((question, place) => (open.includes(place) ? (next.questions[place] ?? question) : question));
    }
    const fresh = open.filter((place) => made[place]?.question !== before[place]?.question);
    const judged = await judge(run, { ...rest, questions: fresh.flatMap((place) => made[place] ?? []) });
    faults.push(...judged.faults);
    const good = new Set(judged.kept.map(({ question }) => question));
    open = open.filter((place) => !good.has(made[place]?.question ?? ""));
  }
  made = made.map((question, place) => (open.includes(place) ? (before[place] ?? question) : question));
  warnOfKept(run, made);
  return { quiz: { ...rest, questions: made }, faults: [], removed: 0 };
}

async function write(
  run: Run,
  facts: string[],
  faults: string[],
  replacement: Replacement | null = null,
): Promise<WrittenQuiz> {
  const input = { ...inputOf(run), ...(replacement && { ...replacement, mayFill: false }) };
  const types = input.mayFill
    ? [...input.types, ...questionTypes.filter((type) => !input.types.includes(type))]
    : input.types;
  return run.generate({
    asPhase: "creative",
    job: "quiz.write",
    input,
    system: writingSystem,
    prompt: writingPrompt({
      ...{ ...input, types, facts, faults, feedback: run.feedback },
      present: (replacement?.avoid ?? []).map(({ question }) => question),
    }),
    output: writtenQuizSchema,
    temperature: 0.4,
  });
}

/** Rules first; what passes them is read by a model that did not write it. */
async function judge(run: Run, draft: WrittenQuiz): Promise<{ kept: WrittenQuestion[]; faults: string[] }> {
  const sifted = siftQuestions(draft.questions, storyOf(run));
  if (sifted.kept.length === 0) return sifted;
  const listed = sifted.kept.map((question, index) => `${index}. ${JSON.stringify(question)}`).join("\n");
  const { faults } = await run.generate({
    job: "quiz.review",
    input: { ...inputOf(run), questions: sifted.kept },
    system: reviewSystem,
    prompt: `The text:\n"""\n${storyOf(run)}\n"""\n\nThe questions, by index from 0:\n${listed}`,
    output: reviewSchema,
    temperature: 0,
  });
  const objected = new Set(faults.map(({ index }) => index));
  return {
    kept: sifted.kept.filter((_, index) => !objected.has(index)),
    faults: [
      ...sifted.faults,
      ...faults.map(({ index, fault }) => `"${sifted.kept[index]?.question.slice(0, 80) ?? index}": ${fault}`),
    ],
  };
}

function warnIfFewer(run: Run, facts: string[], made: number, wanted: number): void {
  if (facts.length === 0) run.degrade("no_source_material");
  if (made >= wanted) return;
  const statements = facts.length === 1 ? "one statement" : `${facts.length} statements`;
  run.warn(
    `The story holds ${facts.length === 0 ? "no statement" : statements} to ask about: ${made} of the ${wanted} questions that were asked for were made.`,
  );
}
