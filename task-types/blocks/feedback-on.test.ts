import { expect, it } from "vitest";
import { feedbackOn } from "./feedback-on.ts";

const x = ["x", "The jetty has 42 berths."];
const linkedin = ["linkedin", "An expert explains the next jetty."];
const all = [x, linkedin];
const told = (feedback: string) => all.map((block) => feedbackOn(feedback, block, all));

it("gives a remark to the block that it names, whatever letters stand in another", () => {
  expect(told("“x”: shorter")).toEqual(["shorter", ""]);
  expect(told("“LinkedIn”: longer")).toEqual(["", "longer"]);
});

it("gives a remark on words to the block that holds them, and other words to every one", () => {
  expect(told("“42 berths”: 42 or 43?\nPlainer")).toEqual(["42 or 43?\nPlainer", "Plainer"]);
});

it("gives a remark on words that are in none of them to all", () => {
  expect(told("“the harbour”: plainer")).toEqual(["plainer", "plainer"]);
});

it("does not take a number for the beginning of another", () => {
  const images = [["Image 1"], ["Image 10"]];
  expect(images.map((image) => feedbackOn("“Image 1”: darker", image, images))).toEqual(["darker", ""]);
  expect(feedbackOn("“Image 1”: darker", ["Image 10 of 12"], [["Image 10 of 12"], ["Image 1 of 12"]])).toBe("");
});
