import { type Command, EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { insertFootnote } from "./footnotes.ts";
import { openMarkdown } from "./rich-document.ts";
import { richSchema } from "./schema.ts";
import { tickItem, toggleTasks } from "./task-items.ts";

/** What a text becomes when a command runs with the words selected; null where it does not apply. */
function run(text: string, words: string, command: Command, typed = ""): string | null {
  const { content, write } = openMarkdown(text);
  const doc = richSchema.nodeFromJSON(content);
  let [from, to] = [0, 0];
  doc.descendants((node, position) => {
    const at = node.text?.indexOf(words) ?? -1;
    if (at >= 0) [from, to] = [position + at, position + at + words.length];
  });
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });
  const applies = command(state, (tr) => {
    state = state.apply(tr);
  });
  if (typed) state = state.apply(state.tr.insertText(typed));
  return applies ? write(state.doc.toJSON().content) : null;
}

const list = "* [ ] Ask the harbour\n* [x] Draw the map\n* Plain\n\nText.";

it.each([
  ["Ask", "* [x] Ask the harbour\n* [x] Draw the map\n* Plain\n\nText."],
  ["Draw", "* [ ] Ask the harbour\n* [ ] Draw the map\n* Plain\n\nText."],
  ["Plain", null],
  ["Text", null],
])("ticks the task of %j and touches nothing else", (words, expected) => {
  expect(run(list, words, tickItem)).toBe(expected);
});

it.each([
  ["Plain", "* [ ] Ask the harbour\n* [x] Draw the map\n* [ ] Plain\n\nText."],
  ["Draw", "* [ ] Ask the harbour\n* Draw the map\n* Plain\n\nText."],
  ["Text", null],
])("makes a task of %j, or a plain item again", (words, expected) => {
  expect(run(list, words, toggleTasks)).toBe(expected);
});

it("leaves the item alone in whose inner list the cursor is", () => {
  expect(run("- outer\n  - inner", "inner", toggleTasks)).toBe("- outer\n  - [ ] inner");
});

it("puts a footnote in after the words, and its note at the end, where it is written", () => {
  expect(run("Silt settles. And stays.\n\nEnd.", "settles.", insertFootnote, "In *slack* water.")).toBe(
    "Silt settles.[^1] And stays.\n\nEnd.\n\n[^1]: In *slack* water.",
  );
});

it("numbers a footnote after those that are there", () => {
  expect(run("One.[^2] Two_and_more.[^note]\n\n[^2]: B.\n\n[^note]: N.", "One.", insertFootnote, "C.")).toBe(
    "One.[^3][^2] Two_and_more.[^note]\n\n[^2]: B.\n\n[^note]: N.\n\n[^3]: C.",
  );
});

it("puts none into code, where it would be read as code", () => {
  expect(run("```\nconst a = 1;\n```", "const", insertFootnote)).toBeNull();
});
