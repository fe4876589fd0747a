import { Extension, mergeAttributes, Node } from "@tiptap/core";
import type { Node as ProseNode } from "@tiptap/pm/model";
import { type Command, NodeSelection, Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import {
  insertFootnote,
  labelPattern,
  leaveNote,
  notesIn,
  referencesIn,
  removeEmptyNote,
  sameLabel,
  toNote,
  toWords,
} from "./footnotes.ts";

const labelled = (attribute: string) => ({
  label: {
    default: "1",
    parseHTML: (element: HTMLElement) => element.getAttribute(attribute),
    renderHTML: ({ label }: Record<string, unknown>) => ({ [attribute]: label }),
  },
});
const hasLabel = (attribute: string) => (element: HTMLElement) =>
  labelPattern.test(element.getAttribute(attribute) ?? "") && null;

/** The marker in the text. Which number it shows is the whole text's to say. */
const FootnoteReference = Node.create({
  name: "footnoteReference",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => labelled("data-footnote"),
  parseHTML: () => [{ tag: "sup[data-footnote]", getAttrs: hasLabel("data-footnote") }],
  renderHTML: ({ HTMLAttributes }) => ["sup", HTMLAttributes],
});

/** The note itself, which only stands beside the other blocks. */
const Footnote = Node.create({
  name: "footnote",
  content: "block+",
  defining: true,
  isolating: true,
  addAttributes: () => labelled("data-note"),
  parseHTML: () => [{ tag: "div[data-note]", getAttrs: hasLabel("data-note") }],
  renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes, { role: "note" }), 0],
});

const Document = Node.create({ name: "doc", topNode: true, content: "(block | footnote)+" });

/** In the place of a number. */
const unused = "–";

/** Numbers as readers get them: by the first reference to each note. */
function numbered(doc: ProseNode): DecorationSet {
  const references = referencesIn(doc);
  const notes = notesIn(doc);
  const order: string[] = [];
  const found: Decoration[] = [];
  for (const { node, position } of references) {
    const note = notes.find((other) => sameLabel(other.node.attrs.label, node.attrs.label));
    const label = String(node.attrs.label).toLowerCase();
    if (note && !order.includes(label)) order.push(label);
    const number = note ? String(order.indexOf(label) + 1) : "?";
    const words = note ? note.node.textBetween(0, note.node.content.size, " ") : "Its note is gone.";
    const attributes = {
      "data-number": number,
      role: "link",
      "aria-label": `Footnote ${number}: ${words}`,
      title: words,
    };
    found.push(Decoration.node(position, position + 1, attributes));
  }
  // A block that is edited by itself has its references elsewhere.
  const alone = notes.length === doc.childCount;
  for (const { node, position } of notes) {
    const at = order.indexOf(String(node.attrs.label).toLowerCase());
    const name = at >= 0 ? `Footnote ${at + 1}` : alone ? "Footnote" : "Footnote that nothing refers to";
    const attributes = { "aria-label": name, ...(at < 0 && !alone ? { "data-unused": "true" } : {}) };
    found.push(Decoration.node(position, position + node.nodeSize, attributes));
    const { label } = node.attrs;
    const mark = at >= 0 ? String(at + 1) : unused;
    const own = { key: `${mark} ${label}`, side: -1, ignoreSelection: true };
    found.push(Decoration.widget(position + 1, (view) => numberOf(mark, label, view), own));
  }
  return DecorationSet.create(doc, found);
}

/** The number before a note, which leads back to the words. */
function numberOf(mark: string, label: unknown, view: EditorView): HTMLElement {
  const leads = mark !== unused;
  const number = document.createElement(leads ? "button" : "span");
  number.contentEditable = "false";
  number.className = "note-number";
  number.textContent = mark;
  if (!leads) return number;
  number.setAttribute("type", "button");
  number.setAttribute("aria-label", `Back to where footnote ${mark} stands`);
  number.addEventListener("click", () => {
    toWords(label)(view.state, view.dispatch);
    view.focus();
  });
  return number;
}

const Keys = Extension.create({
  name: "footnotes",
  priority: 1000,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch);
    return {
      "Mod-Alt-f": run(insertFootnote),
      Backspace: run(removeEmptyNote),
      Enter: run((state, dispatch) => {
        const { selection } = state;
        const marker = selection instanceof NodeSelection && selection.node.type.name === "footnoteReference";
        return marker ? toNote(selection.from)(state, dispatch) : leaveNote(state, dispatch);
      }),
    };
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) => numbered(doc),
        handleClickOn: (view, _, node, position) =>
          node.type.name === "footnoteReference" && toNote(position)(view.state, view.dispatch),
      },
    }),
  ],
});

/** Footnotes as their readers get them: a number in the text, the note beside the other blocks. */
export const footnoteExtensions = [Document, FootnoteReference, Footnote, Keys];
