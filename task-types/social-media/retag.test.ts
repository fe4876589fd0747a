import { describe, expect, it } from "vitest";
import { readTagWish, retag } from "./retag.ts";

describe("what a reviewer asks of hashtags", () => {
  it.each([
    ["Without hashtags", [], ""],
    ["Please remove all the hashtags", [], ""],
    ["Shorter, and without hashtags", [], "Shorter"],
    ["Remove #Harbour", ["#Jetty"], ""],
    ["remove #harbour and #jetty", [], ""],
    ["Add #Tide and #Sea", ["#Harbour", "#Jetty", "#Tide", "#Sea"], ""],
    ["Use #jetty", ["#Harbour", "#Jetty"], ""],
    ["Replace #Harbour with #Port", ["#Jetty", "#Port"], ""],
    ["Ohne Hashtags", [], ""],
    ["Remove the sentence about prices", ["#Harbour", "#Jetty"], "Remove the sentence about prices"],
    ["The hashtags are fine", ["#Harbour", "#Jetty"], "The hashtags are fine"],
    ["Say that berth #42 is free", ["#Harbour", "#Jetty"], "Say that berth #42 is free"],
  ])("%s", (feedback, expected, rest) => {
    const wish = readTagWish(feedback);
    expect(retag(["#Harbour", "#Jetty"], wish)).toEqual(expected);
    expect(wish.rest).toBe(rest);
  });
});
