import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { showWriting } from "#worker/show-writing.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listening(expectedWords?: number) {
  const said: [number | null, string | undefined][] = [];
  const hear = showWriting("Writing", (share, message) => said.push([share, message]), expectedWords);
  const later = (text: string) => {
    vi.advanceTimersByTime(400);
    hear(text);
  };
  return { said, hear, later };
}

it("counts the words of what is being written, and no names of fields", () => {
  const { said, later } = listening();
  later('{"title": "Tides", "content": "');
  later(`{"title": "Tides", "content": "${"ebb and flow. ".repeat(500)}`);
  expect(said).toEqual([
    [null, "Writing: 1 word"],
    [null, "Writing: 1,501 words"],
  ]);
});

it("passes on the end of the text itself", () => {
  const ends: (string | undefined)[] = [];
  const hear = showWriting("Writing", (_share, _message, written) => ends.push(written));
  vi.advanceTimersByTime(400);
  hear(`{"title": "Tides", "content": "${"ebb and flow. ".repeat(500)}`);
  expect(ends).toEqual([expect.stringMatching(/^\S.* flow\.$/)]);
  expect(ends[0]?.length).toBeLessThanOrEqual(600);
});

it("measures the phase by what is expected, and leaves its end to the phase", () => {
  const { said, later } = listening(4);
  later("one two");
  later("one two three four five six");
  expect(said.map(([share]) => share)).toEqual([0.5, 0.95]);
});

it("counts only now and then, however fast the words come", () => {
  const { said, hear, later } = listening();
  later("one");
  for (let count = 0; count < 100; count++) hear("one two");
  later("one two three");
  expect(said.map(([, message]) => message)).toEqual(["Writing: 1 word", "Writing: 3 words"]);
});

it("begins anew when the answer does", () => {
  const { said, later } = listening();
  later("one two three");
  later("");
  later("one");
  expect(said.map(([, message]) => message)).toEqual(["Writing: 3 words", "Writing: 1 word"]);
});
