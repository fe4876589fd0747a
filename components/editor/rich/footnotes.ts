import type { Node } from "@tiptap/pm/model";
import { type Command, type EditorState, Selection, TextSelection } from "@tiptap/pm/state";

/** A label as it stands in the source, between `[^` and `]`. */
export const labelPattern = /^[^\s[\]\\]{1,200}$/;

/** Labels differ in more than their case. */
export const sameLabel = (a: unknown, b: unknown) => String(a).toLowerCase() === String(b).toLowerCase();

/** The note that the cursor is in, with its place. */
export function noteAt({ selection: { $from } }: EditorState): { node: Node; position: number } | null {
  const node = $from.depth > 0 ? $from.node(1) : null;
  return node?.type.name === "footnote" ? { node, position: $from.before(1) } : null;
}

/** Puts a numbered reference at the cursor and its note at the end, and goes there; from a note, back to the words. */
export const insertFootnote: Command = (state, dispatch) => {
  if (noteAt(state)) return backToWords(state, dispatch);
  const { schema, selection } = state;
  const { footnoteReference, footnote, paragraph } = schema.nodes;
  const { parent } = selection.$to;
  if (!footnoteReference || !footnote || !paragraph || !parent.inlineContent || parent.type.spec.code) return false;
  const label = String(freeNumber(state.doc));
  const tr = state.tr.insert(selection.to, footnoteReference.create({ label }));
  const end = tr.doc.content.size;
  tr.insert(end, footnote.create({ label }, paragraph.create()));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 2)).scrollIntoView());
  return true;
};

/** From the note that the cursor is in to just after the first of its references. */
export const backToWords: Command = (state, dispatch) => {
  const note = noteAt(state);
  return note !== null && toWords(note.node.attrs.label)(state, dispatch);
};

/** To just after the first reference to a note. */
export function toWords(label: unknown): Command {
  return (state, dispatch) => {
    const [first] = referencesTo(state.doc, label);
    if (first === undefined) return false;
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, first + 1)).scrollIntoView());
    return true;
  };
}

/** Into the note of the reference at a place. */
export function toNote(position: number): Command {
  return (state, dispatch) => {
    const label = state.doc.nodeAt(position)?.attrs.label;
    const note = notesIn(state.doc).find(({ node }) => sameLabel(node.attrs.label, label));
    if (!note) return false;
    const end = Selection.near(state.doc.resolve(note.position + note.node.nodeSize - 1), -1);
    dispatch?.(state.tr.setSelection(end).scrollIntoView());
    return true;
  };
}

/** A note without words goes with its references: what was begun by mistake leaves nothing behind. */
export const removeEmptyNote: Command = (state, dispatch) => {
  const note = noteAt(state);
  if (!note || !state.selection.empty || note.node.textContent !== "" || note.node.content.size > 2) return false;
  const references = referencesTo(state.doc, note.node.attrs.label);
  const tr = state.tr.delete(note.position, note.position + note.node.nodeSize);
  for (const position of references.toReversed()) tr.delete(tr.mapping.map(position), tr.mapping.map(position + 1));
  const [first = note.position] = references;
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(first)), -1));
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Enter in a note's last, empty paragraph: done with it. */
export const leaveNote: Command = (state, dispatch) => {
  const note = noteAt(state);
  const { $from, empty } = state.selection;
  if (!note || !empty || note.node.childCount < 2 || $from.parent.content.size > 0) return false;
  if ($from.depth !== 2 || $from.index(1) !== note.node.childCount - 1) return false;
  const [first] = referencesTo(state.doc, note.node.attrs.label);
  if (first === undefined) return false;
  const tr = state.tr.delete($from.before(), $from.after());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(first + 1))).scrollIntoView());
  return true;
};

/** Where the references to a note stand, those in the text before those in notes: the order in which readers get them. */
export function referencesTo(doc: Node, label: unknown): number[] {
  return referencesIn(doc).flatMap(({ node, position }) => (sameLabel(node.attrs.label, label) ? [position] : []));
}

export function referencesIn(doc: Node): { node: Node; position: number }[] {
  const text: { node: Node; position: number }[] = [];
  const notes: typeof text = [];
  doc.forEach((block, offset) => {
    block.descendants((node, position) => {
      if (node.type.name !== "footnoteReference") return;
      (block.type.name === "footnote" ? notes : text).push({ node, position: offset + 1 + position });
    });
  });
  return [...text, ...notes];
}

export function notesIn(doc: Node): { node: Node; position: number }[] {
  const found: { node: Node; position: number }[] = [];
  doc.forEach((node, position) => {
    if (node.type.name === "footnote") found.push({ node, position });
  });
  return found;
}

/** One more than the highest, so that notes that are moved about stay apart. */
function freeNumber(doc: Node): number {
  const labels = [...referencesIn(doc), ...notesIn(doc)].map(({ node }) => String(node.attrs.label));
  return Math.max(0, ...labels.filter((label) => /^\d{1,4}$/.test(label)).map(Number)) + 1;
}
