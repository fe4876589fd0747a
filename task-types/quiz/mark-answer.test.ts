import { expect, it } from "vitest";
import { isRight } from "./mark-answer.ts";

const key = (correct_answer: string) => ({ correct_answer, explanation: "" });

it("compares chosen options as they are", () => {
  expect(isRight("multiple_choice", "Oslo", key("Oslo"))).toBe(true);
  expect(isRight("multiple_choice", "oslo", key("Oslo"))).toBe(false);
  expect(isRight("true_false", "False", key("True"))).toBe(false);
});

it("forgives how a written answer is written, not what it says", () => {
  expect(isRight("short_answer", " the  south pole! ", key("South Pole"))).toBe(true);
  expect(isRight("fill_in_the_blank", "3.5", key("3.5"))).toBe(true);
  expect(isRight("fill_in_the_blank", "35", key("3.5"))).toBe(false);
  expect(isRight("short_answer", "7,500 litres.", key("7,500 litres"))).toBe(true);
  expect(isRight("short_answer", "", key("South Pole"))).toBe(false);
  expect(isRight("short_answer", "?", key("!"))).toBe(false);
});
