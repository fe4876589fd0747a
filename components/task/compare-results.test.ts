import { expect, it } from "vitest";
import { compareResults } from "./compare-results.ts";

const question = (id: string, text: string, options = ["A", "B"]) => ({ id, question: text, options, points: 1 });
const quiz = (...questions: ReturnType<typeof question>[]) => ({
  quiz: { title: "Q", questions, total_points: questions.length },
});
const told = (before: object, after: object) =>
  compareResults(before as never, after as never).map(
    ({ label, kind, derived }) => `${label}: ${derived ? "derived" : kind}`,
  );

it("says which field of which question changed", () => {
  const before = quiz(question("a", "Who built it?"), question("b", "When?"));
  const after = quiz(question("a", "Who built it?"), question("b", "When was it?", ["A", "C"]));
  expect(told(before, after)).toEqual(["Question 2, question: changed", "Question 2, options: changed"]);
  const [changed] = compareResults(before as never, after as never);
  expect(
    changed?.blocks[0]?.pieces
      .filter(({ kind }) => kind !== "same")
      .map(({ text }) => text)
      .join(""),
  ).toContain("was it");
});

it("follows a question that was moved, and tells of ones that came and went", () => {
  const [a, b, c] = [question("a", "One?"), question("b", "Two?"), question("c", "Three?")];
  expect(told(quiz(a, b), quiz(b, a))).toEqual(["Question 1: moved", "Question 2: moved"]);
  expect(told(quiz(a, b), quiz(b, c))).toEqual(["Question 2: added", "Question 1: removed"]);
  expect(told(quiz(a), quiz(a, b))).toEqual(["Question 2: added", "Total points: derived"]);
});

it("does not take a new signature or a check's finding for a change", () => {
  const result = (signature: string, finding: string) => ({
    image_url: `http://h/api/tasks/1/artifacts/${"a".repeat(36)}?${signature}`,
    qa_feedback: [finding],
  });
  expect(told(result("x", "fine"), result("y", "bad"))).toEqual([]);
});

it("names what follows from other fields without showing it", () => {
  const mail = (markdown: string) => ({ emails: [{ number: 1, markdown, html: `<p>${markdown}`, text: markdown }] });
  expect(told(mail("a"), mail("b"))).toEqual([
    "Email 1, markdown: changed",
    "Email 1, html: derived",
    "Email 1, text: derived",
  ]);
});
