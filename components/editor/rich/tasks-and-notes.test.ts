import { type Command, EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { backToWords, insertFootnote, leaveNote, notesIn, referencesTo, removeEmptyNote, toNote } from "./footnotes.ts";
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

/** The state that a command makes, which must apply. */
function after(before: EditorState, command: Command): EditorState {
  let state = before;
  const dispatch = (tr: EditorState["tr"]) => {
    state = state.apply(tr);
  };
  expect(command(before, dispatch)).toBe(true);
  return state;
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
  expect(run("Silt settles. And stays.\n\nEnd.", "settles.", insertFootnote, "In slack water.")).toBe(
    "Silt settles.[^1] And stays.\n\nEnd.\n\n[^1]: In slack water.",
  );
});

it("numbers a footnote after those that are there", () => {
  expect(run("One.[^2] Two_and_more.[^note]\n\n[^2]: B.\n\n[^note]: N.", "One.", insertFootnote, "C.")).toBe(
    "One.[^3][^2] Two_and_more.[^note]\n\n[^2]: B.\n\n[^note]: N.\n\n[^3]: C.",
  );
});

const noted = "Tides_run.[^b] Twice[^a] a day.[^b]\n\n[^a]: Lunar.\n\n[^b]:\n    Measured *here*,\n    and yonder.\n";

it("writes in one note, and leaves the others and the text as they are", () => {
  expect(run(noted, "Lunar.", () => true, "Of the moon.")).toBe(noted.replace("Lunar.", "Of the moon."));
  expect(run(noted, "here", () => true, "there")).toBe(
    noted.replace("[^b]:\n    Measured *here*", "[^b]: Measured *there*"),
  );
  expect(run(noted, "Twice", () => true, "Once")).toBe(noted.replace("Twice", "Once"));
});

it("gives labels back as they are spelled", () => {
  const text = "One[^a_b*c] two[^A_B*C] three[^é].\n\n[^a_b*c]: N.\n\n[^é]: O.";
  expect(run(text, "two", () => true, "2")).toBe(text.replace("two", "2"));
  expect(run(text, "N.", () => true, "M.")).toBe(text.replace("N.", "M."));
});

it("takes an empty note away with all that referred to it, and no other", () => {
  const note = "One[^1] two[^2] three[^1].\n\n[^1]:\n\n[^2]: Two.";
  const { content, write } = openMarkdown(note);
  const doc = richSchema.nodeFromJSON(content);
  const at = (notesIn(doc)[0]?.position ?? 0) + 2;
  const state = after(EditorState.create({ doc, selection: TextSelection.create(doc, at) }), removeEmptyNote);
  expect(write(state.doc.toJSON().content)).toBe("One two[^2] three.\n\n[^2]: Two.");
  expect(run(noted, "Lunar.", removeEmptyNote)).toBeNull();
});

it("goes from a marker to its note and back to the first marker", () => {
  const doc = richSchema.nodeFromJSON(openMarkdown(noted).content);
  const [, second] = referencesTo(doc, "B");
  const inNote = after(EditorState.create({ doc }), toNote(second ?? 0));
  expect(inNote.selection.$from.parent.textContent).toContain("and yonder.");
  expect(after(inNote, backToWords).selection.from).toBe((referencesTo(doc, "b")[0] ?? 0) + 1);
});

it("is done with a note at Enter in its last line, when that is empty", () => {
  const doc = richSchema.nodeFromJSON(openMarkdown(noted).content);
  const [note] = notesIn(doc);
  const end = (note?.position ?? 0) + (note?.node.nodeSize ?? 0) - 1;
  const { tr } = EditorState.create({ doc });
  tr.insert(end, richSchema.node("paragraph"));
  const longer = EditorState.create({ doc: tr.doc, selection: TextSelection.create(tr.doc, end + 1) });
  const done = after(longer, leaveNote);
  expect(done.doc.eq(doc)).toBe(true);
  expect(done.selection.from).toBe((referencesTo(doc, "a")[0] ?? 0) + 1);
  expect(leaveNote(done)).toBe(false);
});

it.each([
  ["a note in a quotation", "A[^1]\n\n> [^1]: In here."],
  ["a label with an escape", "A[^a\\b]\n\n[^a\\b]: N."],
])("shows %s by its source", (_, text) => {
  const { content, write } = openMarkdown(text);
  expect(write(content.content ?? [])).toBe(text);
  expect(content.content?.at(-1)?.type).toBe("sourceBlock");
});

it("puts none into code, where it would be read as code", () => {
  expect(run("```\nconst a = 1;\n```", "const", insertFootnote)).toBeNull();
});
