import { expect, it } from "vitest";
import { joinParts, mergeText } from "./merge-text.ts";

const base = "# Head\n\nOne.\n\nTwo.\n\nThree.";
const merged = (mine: string, theirs: string) => mergeText(base, mine, theirs);
const whole = (mine: string, theirs: string) => joinParts(merged(mine, theirs), () => "mine");

it("puts edits of different blocks together", () => {
  expect(whole(base.replace("One", "Eins"), base.replace("Three", "Drei"))).toBe("# Head\n\nEins.\n\nTwo.\n\nDrei.");
  expect(whole(`${base}\n\nFour.`, base.replace("# Head", "# Top"))).toBe("# Top\n\nOne.\n\nTwo.\n\nThree.\n\nFour.");
  expect(whole(base.replace("Two.\n\n", ""), `New.\n\n${base}`)).toBe("New.\n\n# Head\n\nOne.\n\nThree.");
  expect(whole(base, base)).toBe(base);
  expect(whole(base.replace("One", "Eins"), base.replace("One", "Eins"))).toBe(base.replace("One", "Eins"));
});

it("leaves what both changed to a person", () => {
  const parts = merged(base.replace("Two", "Zwei"), base.replace("Two", "Deux").replace("Three", "Trois"));
  expect(parts).toEqual([
    { text: "# Head\n\nOne." },
    { base: "Two.\n\nThree.", mine: "Zwei.\n\nThree.", theirs: "Deux.\n\nTrois." },
  ]);
  expect(joinParts(parts, () => "theirs")).toBe("# Head\n\nOne.\n\nDeux.\n\nTrois.");
});

it("loses no block of either, wherever they edit", () => {
  const blocks = base.split("\n\n");
  const edits = blocks.flatMap((_, index) => [
    (name: string) => blocks.with(index, `${name} wrote.`),
    (name: string) => blocks.toSpliced(index, 0, `${name} added.`),
    () => blocks.toSpliced(index, 1),
  ]);
  for (const mine of edits) {
    for (const theirs of edits) {
      const parts = mergeText(base, mine("Ada").join("\n\n"), theirs("Bob").join("\n\n"));
      expect(joinParts(parts, () => "mine").includes("Ada")).toBe(mine("Ada").join().includes("Ada"));
      expect(joinParts(parts, () => "theirs").includes("Bob")).toBe(theirs("Bob").join().includes("Bob"));
    }
  }
});
