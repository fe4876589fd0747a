import { type ChainedCommands, Extension, InputRule } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type Command, type EditorState, Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** The list item that the cursor is in, with its place. */
function itemAt({ selection: { $from } }: EditorState): { node: Node; position: number } | null {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === "listItem") return { node, position: $from.before(depth) };
  }
  return null;
}

/** Ticks the task that the cursor is in, or takes the tick away. */
export const tickItem: Command = (state, dispatch) => {
  const item = itemAt(state);
  if (!item || item.node.attrs.checked === null) return false;
  dispatch?.(state.tr.setNodeAttribute(item.position, "checked", !item.node.attrs.checked));
  return true;
};

/** Makes tasks of the selected items, or plain items again where all of them are tasks. */
export const toggleTasks: Command = (state, dispatch) => {
  const items: { node: Node; position: number }[] = [];
  const { from, to } = state.selection;
  state.doc.nodesBetween(from, to, (node, position) => {
    // An item that only holds the list in which the selection is keeps what it is.
    const own = node.firstChild;
    if (node.type.name === "listItem" && own && position + 1 + own.nodeSize > from) items.push({ node, position });
  });
  if (items.length === 0) return false;
  const checked = items.every(({ node }) => node.attrs.checked !== null) ? null : false;
  const tr = state.tr;
  for (const { node, position } of items) {
    if (checked === null || node.attrs.checked === null) tr.setNodeAttribute(position, "checked", checked);
  }
  dispatch?.(tr);
  return true;
};

/** Tasks of what is selected, which becomes a list first where it is none. */
export function tasksIn(chain: ChainedCommands): ChainedCommands {
  return chain
    .command(({ state, commands }) => itemAt(state) !== null || commands.toggleBulletList())
    .command(({ state, dispatch }) => toggleTasks(state, dispatch));
}

function boxes(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== "listItem" || node.attrs.checked === null) return node.isBlock;
    const { checked } = node.attrs;
    const key = `${checked} ${node.firstChild?.textContent ?? ""}`;
    found.push(
      Decoration.widget(position + 1, (view, at) => boxOf(node, view, at), { key, side: -1, ignoreSelection: true }),
    );
    return true;
  });
  return DecorationSet.create(doc, found);
}

function boxOf(
  node: Node,
  view: { state: EditorState; dispatch: (tr: EditorState["tr"]) => void },
  at: () => number | undefined,
): HTMLElement {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = node.attrs.checked;
  box.contentEditable = "false";
  box.setAttribute("aria-label", node.firstChild?.textContent || "Task");
  box.addEventListener("change", () => {
    const place = at();
    if (place !== undefined) view.dispatch(view.state.tr.setNodeAttribute(place - 1, "checked", box.checked));
  });
  return box;
}

/** The boxes of task lists: ticked by click or by key, made by typing `[ ] ` at the start of an item. */
export const TaskItems = Extension.create({
  name: "taskItems",
  priority: 1000,
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: ({ doc }) => boxes(doc) } })],
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch);
    return {
      "Mod-Enter": run(tickItem),
      "Mod-Shift-9": () => tasksIn(this.editor.chain()).run(),
      Enter: () => {
        const item = itemAt(this.editor.state);
        if (!item || item.node.attrs.checked === null) return false;
        // What comes next is still to be done.
        return this.editor.commands.splitListItem("listItem", { checked: false });
      },
    };
  },
  addInputRules: () => [
    new InputRule({
      find: /^\[([ xX])\]\s$/,
      handler: ({ state, range, match }) => {
        const item = itemAt(state);
        if (!item || item.node.attrs.checked !== null || item.node.firstChild?.content.size !== range.to - range.from) {
          return null;
        }
        state.tr.delete(range.from, range.to).setNodeAttribute(item.position, "checked", match[1] !== " ");
        return undefined;
      },
    }),
  ],
});
