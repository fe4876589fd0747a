import { expect, test } from "vitest";
import { captionsBegin, drawScene } from "./draw-scene.ts";
import { fromGerman } from "./german.ts";
import { readScene } from "./read-scene.ts";

const things = (prompt: string, around: string[] = []) =>
  readScene(prompt, "", around).subjects.map(({ motif, count }) => `${count} ${motif.words.split("|")[0]}`);

test("of two nouns that stand together the second is the thing", () => {
  expect(things("Worker bees fan the nectar")).toEqual(["3 bee"]);
  expect(things("The school bus waits")).toEqual(["1 truck"]);
  expect(things("Kids plant tomatoes in the garden")).not.toContain("1 factory");
});

test("words that name nothing are shown with what is told around them, in their own hour", () => {
  const scene = readScene("It was hung at dawn", "", ["The council met again", "A lighthouse on the coast"]);
  expect(scene).toMatchObject({ setting: "sea", hour: "dawn", isEmpty: false });
  expect(scene.subjects.map(({ motif }) => motif.words)).toEqual(["lighthouse|beacon"]);
  expect(readScene("It was decided", "", ["The motion passed"]).isEmpty).toBe(true);
});

test("German words name their things, and no English ones by accident", () => {
  expect(things(fromGerman("Von der Galerie sieht man die Fähren und die Möwen."))).toEqual(["3 ship", "3 bird"]);
  expect(things(fromGerman("Der Leuchtturm steht an der Hafeneinfahrt."))).toEqual(["1 lighthouse"]);
  expect(readScene(fromGerman("Eine Eisenbahnbrücke im Nebel bei Sonnenaufgang"))).toMatchObject({
    hour: "dawn",
    weather: "fog",
  });
});

test.each([
  [1280, 720],
  [720, 1280],
  [360, 1600],
  [128, 128],
])("at %i×%i things are whole, within the picture and above its captions", (width, height) => {
  const { svg } = drawScene({
    prompt: "Customers choose a delivery truck, two clocks, three robots and a laptop",
    seed: "crowd",
    width,
    height,
    captioned: true,
  });
  const placed = [
    ...svg.matchAll(/<g transform="translate\((-?[\d.]+) (-?[\d.]+)\) scale\((-?[\d.]+)(?: ([\d.]+))?\)"/g),
  ];
  expect(placed.length).toBeGreaterThan(6);
  for (const [, x, y, scale, tall = scale] of placed.map((match) => match.map(Number))) {
    const side = (tall || Math.abs(scale as number)) * 100;
    const left = (scale as number) < 0 ? (x as number) - side : (x as number);
    // Drawings leave some of their square free at the sides.
    expect(left).toBeGreaterThan(-side * 0.1);
    expect(left + side).toBeLessThan(width + side * 0.1);
    expect((y as number) + side).toBeLessThanOrEqual(captionsBegin({ width, height }) * height + 1);
  }
});
