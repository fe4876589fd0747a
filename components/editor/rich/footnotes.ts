import type { Node } from "@tiptap/pm/model";
import { type Command, TextSelection } from "@tiptap/pm/state";

const label = /\[\^([^\]\s]+)\]/g;

/** Puts a numbered reference at the cursor and its note at the end, and goes there. */
export const insertFootnote: Command = (state, dispatch) => {
  const { schema, selection } = state;
  const { sourceInline, sourceBlock } = schema.nodes;
  if (!sourceInline || !sourceBlock || !selection.$to.parent.inlineContent || selection.$to.parent.type.spec.code) {
    return false;
  }
  const number = freeNumber(state.doc);
  const note = sourceBlock.create({ kind: "footnoteDefinition" }, schema.text(`[^${number}]: `));
  const tr = state.tr.insert(selection.to, sourceInline.create({ raw: `[^${number}]` }));
  const end = tr.doc.content.size;
  tr.insert(end, note);
  tr.setSelection(TextSelection.create(tr.doc, end + note.nodeSize - 1)).scrollIntoView();
  dispatch?.(tr);
  return true;
};

/** One more than the highest, so that notes that are moved about stay apart. */
function freeNumber(doc: Node): number {
  const used: number[] = [];
  doc.descendants((node) => {
    const text =
      node.type.name === "sourceInline"
        ? String(node.attrs.raw)
        : node.type.name === "sourceBlock"
          ? node.textContent
          : "";
    for (const [, name] of text.matchAll(label)) if (/^\d{1,4}$/.test(name ?? "")) used.push(Number(name));
  });
  return Math.max(0, ...used) + 1;
}
