import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { siftQuestions } from "#task-types/quiz/questions.ts";
import type { Question, quiz } from "#task-types/quiz/schema.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

const story = `Mira Halvorsen kept the lighthouse at Skarvøy for 31 years. In 1911, Roald Amundsen reached the South Pole.
The jetty has 42 berths, 12 of them for guests. The old bridge opened in 1932. It cost 3.5 million kroner and was painted
red. Honeybees dance to tell other bees where flowers are. The heart pumps about 7,500 litres of blood every day. Marie
Curie won two Nobel Prizes and was born in Warsaw. On 3 May the harbour froze over. The museum holds 640 paintings.`;

const flat = (text: string) => text.replace(/\s+/g, " ");
const quoteOf = (explanation: string) => /[“„«]\s?(.+)[”“»]$/.exec(explanation)?.[1]?.trim() ?? "";

async function make(fields: Record<string, string | number | string[]>) {
  const outcome = await runPipeline({ task_type: "quiz", ...fields });
  return { ...outcome, result: outcome.result as unknown as z.output<typeof quiz.result> };
}

/** What someone who marks the quiz with the story at hand would look for. */
function expectSound(question: Question, text: string): void {
  expect(flat(text)).toContain(quoteOf(question.explanation));
  expect(new Set(question.options).size).toBe(question.options.length);
  if (question.options.length > 0) expect(question.options).toContain(question.correct_answer);
  if (question.type === "multiple_choice") {
    const sentence = quoteOf(question.explanation).toLowerCase();
    expect(question.options).toHaveLength(4);
    expect(sentence).toContain(question.correct_answer.toLowerCase());
    const wrong = question.options.filter((option) => option !== question.correct_answer);
    for (const option of wrong) expect(sentence.split(/\W+/)).not.toContain(option.toLowerCase());
  }
  if (question.type === "true_false") {
    const statement = /“(.+)”/.exec(question.question)?.[1] ?? "";
    expect(flat(text).includes(statement)).toBe(question.correct_answer === "True");
  }
}

describe("a quiz from the built-in model", () => {
  it("asks what the story answers, in the number and difficulty wanted", async () => {
    const { result, warnings, degraded, files } = await make({ story_prompt: story, difficulty: "medium" });
    expect(result.quiz.questions).toHaveLength(10);
    for (const question of result.quiz.questions) expectSound(question, story);
    expect(new Set(result.quiz.questions.map(({ question }) => question)).size).toBe(10);
    expect(new Set(result.quiz.questions.map(({ type }) => type))).toEqual(new Set(["multiple_choice", "true_false"]));
    expect(result.quiz.questions.map(({ id }) => id).slice(0, 2)).toEqual(["q_1", "q_2"]);
    expect(result.quiz.total_points).toBe(20);
    expect(warnings).toEqual([]);
    expect(degraded).toEqual([]);
    expect(JSON.parse(new TextDecoder().decode(files.get(result.quiz_json_url)?.bytes))).toEqual(result.quiz);
  });

  it("has a question for every statement where there is room, and right answers in every place", async () => {
    const { result } = await make({ story_prompt: story, difficulty: "hard", num_questions: 30 });
    const quoted = new Set(result.quiz.questions.map(({ explanation }) => quoteOf(explanation)));
    expect(quoted.size).toBe(10);
    const places = result.quiz.questions
      .filter(({ type }) => type === "multiple_choice")
      .map(({ options, correct_answer }) => options.indexOf(correct_answer));
    expect(new Set(places).size).toBe(4);
  });

  it("goes back where a question gives its answer away, or a year stands beside names", async () => {
    const bad = [
      { question: "Which museum holds 640 paintings?", options: ["640", "460", "604", "64"], correct_answer: "640" },
      {
        question: "In which year did the old bridge open?",
        options: ["1932", "Mira", "1911", "1923"],
        correct_answer: "1932",
      },
    ].map((each) => ({ ...each, type: "multiple_choice" as const, evidence: "The museum holds 640 paintings." }));
    const { kept, faults } = siftQuestions(bad, story);
    expect(kept).toEqual([]);
    expect(faults.join()).toMatch(/gives its own answer away.*options of another kind/);
  });

  it("makes fewer questions of a short story, says so, and never repeats itself", async () => {
    const { result, warnings } = await make({
      story_prompt: "The bell rang twice.",
      difficulty: "easy",
      num_questions: 20,
    });
    expect(result.quiz.questions.length).toBeGreaterThan(0);
    expect(result.quiz.questions.length).toBeLessThan(20);
    expect(warnings.join()).toMatch(/one statement.*of the 20/);
  });

  it("keeps to the kinds that were asked for", async () => {
    const { result } = await make({ story_prompt: story, difficulty: "easy", question_types: ["fill_in_the_blank"] });
    expect(result.quiz.questions).toHaveLength(5);
    for (const { type, options } of result.quiz.questions) expect([type, options]).toEqual(["fill_in_the_blank", []]);
  });

  it("replaces the questions that a reviewer names", async () => {
    const request = { task_type: "quiz", story_prompt: story, difficulty: "easy" };
    const first = await runPipeline(request);
    const before = (first.result as unknown as z.output<typeof quiz.result>).quiz.questions;
    const again = await runPipeline(request, {
      feedback: "Question 2 is misleading.",
      previous: { content: null, result: first.result },
    });
    const after = (again.result as unknown as z.output<typeof quiz.result>).quiz.questions;
    expect(after).toHaveLength(5);
    expect(after.map(({ question }) => question)).not.toContain(before[1]?.question);
    expect(again.warnings).toEqual([]);
    const vague = await runPipeline(request, { feedback: "Make it funnier." });
    expect(vague.degraded.join()).toContain("left for a person");
  });

  it("reads a whole book in seconds", async () => {
    const book = Array.from(
      { length: 2500 },
      (_, index) =>
        `In ${1200 + (index % 800)} the miller of Dorf ${index} sold ${index + 3} sacks of barley to the town of Seehausen.`,
    ).join(" ");
    const startedAt = performance.now();
    const { result } = await make({ story_prompt: book.slice(0, 190_000), difficulty: "medium", num_questions: 50 });
    expect(result.quiz.questions).toHaveLength(50);
    expect(performance.now() - startedAt).toBeLessThan(50_000);
  });

  it("works in German, and with a prompt that states nothing", async () => {
    const german = "Der Turm wurde 1827 gebaut. Er ist 19 Meter hoch. Im Sommer besuchen ihn etwa 40.000 Menschen.";
    const { result } = await make({ story_prompt: german, difficulty: "easy", language: "German" });
    expect(result.quiz.questions.map(({ correct_answer }) => correct_answer)).toContain("1827");
    for (const { explanation } of result.quiz.questions) expect(german).toContain(quoteOf(explanation));
    const bare = await make({ story_prompt: "Photosynthesis", difficulty: "easy" });
    expect(bare.result.quiz.questions).toHaveLength(1);
    expect(bare.degraded).toEqual(["no_source_material"]);
  });
});

describe("a quiz from a connected model", () => {
  const good = {
    question: "How many paintings does the museum hold?",
    type: "multiple_choice",
    options: ["640", "460", "604", "64"],
    correct_answer: "640",
    evidence: "The museum holds 640 paintings.",
  };
  const invented = {
    ...good,
    question: "Who founded the museum?",
    evidence: "It was founded by Ada.",
    correct_answer: "Ada",
  };

  it("is judged by the story: what it does not say goes back, and stays out", async () => {
    const asked: string[] = [];
    const generate = async (_phase: string, call: { job: string; prompt: string; output: z.ZodType }) => {
      asked.push(call.prompt);
      const answers: Record<string, unknown> = {
        "quiz.facts": { facts: ["The museum holds 640 paintings."] },
        "quiz.write": { title: "Museum", questions: [good, invented] },
        "quiz.review": { faults: [] },
      };
      return call.output.parse(answers[call.job]) as never;
    };
    const request = { task_type: "quiz", story_prompt: story, difficulty: "easy", num_questions: 2 };
    const { result, warnings } = await runPipeline(request, { models: { generate } });
    const { questions } = (result as unknown as z.output<typeof quiz.result>).quiz;
    expect(questions.map(({ question }) => question)).toEqual([good.question]);
    expect(asked.some((prompt) => prompt.includes("quotes something that the story does not say"))).toBe(true);
    expect(warnings.join()).toContain("1 of the 2");
  });
});
