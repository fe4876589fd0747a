import { expect, it } from "vitest";
import { absentComments } from "./absent-comments.ts";

type Held = Parameters<typeof absentComments>[0];

const comment = (id: string, revision: number, anchor: object | null) =>
  ({
    id,
    revision,
    anchor,
    body: "",
    author: { name: "Ada" },
    created_at: "",
    resolved_at: null,
  }) as unknown as Held["comments"][number];

const held = (comments: Held["comments"], number = 2): Held => ({
  comments,
  content: "The **sea** comes\ntwice a day.",
  result: { quiz: { questions: [{ question: "Who built it?" }, { question: "When did it open?" }] } },
  revision: { number } as Held["revision"],
});

it.each([
  ["a passage that stands there, without Markdown's signs", { quote: "The sea comes twice" }, false],
  ["a passage that was rewritten", { quote: "The lake comes" }, true],
  ["a question that stayed", { path: "questions.1", words: "When did it open?" }, false],
  ["a question that moved", { path: "questions.0", words: "When did it open?" }, false],
  ["a question that was replaced", { path: "questions.1", words: "Where is it?" }, true],
  ["a place past the end", { path: "questions.7" }, true],
  ["a place that is there, whose words nobody kept", { path: "questions.1" }, false],
  ["a field that is no list", { path: "title" }, false],
  ["the whole", null, false],
])("tells of %s whether it is in this revision", (_, anchor, isAbsent) => {
  expect([...absentComments(held([comment("c", 1, anchor)]))]).toEqual(isAbsent ? ["c"] : []);
  expect([...absentComments(held([comment("c", 2, anchor)]))]).toEqual([]);
});
