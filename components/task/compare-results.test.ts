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

const palette = (palette_name: string, colour: string, file: string) => ({
  ...{ palette_name, description: "Plain.", colors: ["#ffffff", colour] },
  image_url: `http://h/api/tasks/1/artifacts/${file.repeat(36)}?s=${file}`,
});

it("shows a palette that was made again as itself, its colours and its picture beside those before", () => {
  const files = (...names: string[]) => names.map((palette_name) => ({ palette_name, url: palette_name }));
  const before = { variations: [palette("Blue", "#0000aa", "a"), palette("Night", "#222222", "b")] };
  const after = { variations: [palette("Blue", "#0000aa", "a"), palette("Green", "#00aa00", "c")] };
  const fields = compareResults(
    { ...before, files: files("Blue", "Night") },
    { ...after, files: files("Blue", "Green") },
  );
  expect(fields.map(({ label, derived }) => [label, derived])).toEqual([
    ...[
      ["Palette 2, palette name", false],
      ["Palette 2, colors", false],
      ["Palette 2, image", false],
      ["Files", true],
    ],
  ]);
  expect(fields[1]?.colours).toEqual({ before: ["#ffffff", "#222222"], after: ["#ffffff", "#00aa00"] });
  expect(fields[2]?.pictures).toEqual({
    before: before.variations[1]?.image_url,
    after: after.variations[1]?.image_url,
  });
});

it("tells palettes that came and went from one that was made again", () => {
  const [blue, night] = [palette("Blue", "#0000aa", "a"), palette("Night", "#222222", "b")];
  expect(told({ variations: [blue, night] }, { variations: [blue] })).toEqual(["Palette 2: removed"]);
  expect(told({ variations: [blue, night] }, { variations: [night, blue] })).toEqual([
    ...["Palette 1: moved", "Palette 2: moved"],
  ]);
});

it("shows a picture for the address that names it, wherever it stands", () => {
  const images = (file: string) => ({ images: [{ url: `/api/tasks/1/artifacts/${file}`, width: 1, height: 1 }] });
  expect(compareResults(images("a"), images("b"))).toMatchObject([{ label: "Image 1", pictures: {} }]);
  const segment = (image_url: string) => ({ segments: [{ number: 1, image_url, text: "Same" }] });
  expect(compareResults(segment("a"), segment("b"))).toMatchObject([{ label: "Segment 1, image", pictures: {} }]);
});
