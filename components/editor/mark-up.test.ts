import { expect, it } from "vitest";
import { type Markup, markUp } from "./mark-up.ts";

function after(markup: Markup, text: string, start: number, end: number) {
  const edit = markUp(markup, { text, start, end });
  const edited = text.slice(0, edit.replacedFrom) + edit.inserted + text.slice(edit.replacedTo);
  return { edited, selected: edited.slice(edit.start, edit.end) };
}

it("wraps a selection and takes the signs away again", () => {
  expect(after("bold", "a word", 2, 6)).toEqual({ edited: "a **word**", selected: "word" });
  expect(after("bold", "a **word**", 4, 8)).toEqual({ edited: "a word", selected: "word" });
});

it("marks whole lines, however little of them is selected", () => {
  expect(after("list", "x\none\ntwo\ny", 3, 7).edited).toBe("x\n- one\n- two\ny");
  expect(after("numbers", "one\ntwo", 0, 7).edited).toBe("1. one\n2. two");
  expect(after("heading", "## Title", 4, 4).edited).toBe("Title");
});

it("selects the address of a new link, to be typed over", () => {
  expect(after("link", "see here", 4, 8)).toEqual({ edited: "see [here](https://)", selected: "https://" });
});
