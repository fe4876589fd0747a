import type { QuestionType } from "./schema.ts";

export const writingSystem = `You write quiz questions about a given text, for learners who have read it.
Rules:
- The text alone answers every question. Use nothing that you know from elsewhere.
- Exactly one option is right. The others are plausible to someone who has not read closely, and plainly wrong to someone who has.
- The options of a question are of one kind: a year beside years, a name beside names. No question holds its own answer.
- About half of the true_false statements are false.
- multiple_choice has four options, true_false two, short_answer and fill_in_the_blank none.
- correct_answer is one of the options, word for word. Without options it is a few words that stand in the text.
- evidence is the sentence of the text that holds the answer, copied word for word.
- No two questions ask the same. No "all of the above". Do not mention the text's existence more than needed.
- Where the text holds too little for the number asked, write fewer questions; never invent.`;

export function writingPrompt(input: {
  story: string;
  facts: string[];
  language: string;
  difficulty: string;
  count: number;
  types: QuestionType[];
  faults: string[];
  feedback: string | null;
  /** The quiz that they go into; empty for a new one. */
  present: string[];
}): string {
  const parts = [
    `Write ${input.count} questions in ${input.language}. Difficulty: ${input.difficulty}.`,
    `Kinds to use: ${input.types.join(", ")}.`,
    input.feedback ? `A reviewer sent the quiz before this one back with these words: ${input.feedback}` : "",
    input.present.length > 0
      ? `They take the place of some questions of a quiz that has these already; ask nothing that one of them asks:\n- ${input.present.join("\n- ")}`
      : "",
    input.faults.length > 0
      ? `These questions of the draft before could not be used:\n- ${input.faults.join("\n- ")}`
      : "",
    `Statements of the text that can be asked about:\n- ${input.facts.slice(0, 200).join("\n- ")}`,
    `The text:\n"""\n${input.story}\n"""`,
  ];
  return parts.filter(Boolean).join("\n\n");
}

export const factsSystem = `You read a text and list the statements in it that a quiz could ask about.
Copy each as a sentence of the text, word for word. Leave out headings, questions and instructions.`;

export const reviewSystem = `You check quiz questions against the text that they are about. Report a question only if a careful reader would
object: more than one option is right, the marked answer is wrong by the text, or the text does not answer it.`;
