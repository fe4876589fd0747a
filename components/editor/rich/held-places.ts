import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

type Told = { add: { id: symbol; at: number } } | { remove: symbol };

const key = new PluginKey<DecorationSet>("heldPlaces");

/** Keeps places in a text while it is written on: where a picture comes that is still on its way. */
export const HeldPlaces = Extension.create({
  name: "heldPlaces",
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, before) => {
          const held = before.map(tr.mapping, tr.doc);
          const told: Told | undefined = tr.getMeta(key);
          if (!told) return held;
          if ("remove" in told) return held.remove(held.find(undefined, undefined, ({ id }) => id === told.remove));
          const { id, at } = told.add;
          return held.add(tr.doc, [Decoration.widget(at, markOf, { id })]);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function markOf(): HTMLElement {
  const mark = document.createElement("span");
  mark.textContent = "…";
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

/** @returns what puts a node there, or nothing; also when the words around it are gone by then */
export function holdPlace(view: EditorView, at: number): { fill: (node: Node | null) => void } {
  const id = Symbol("place");
  view.dispatch(view.state.tr.setMeta(key, { add: { id, at } } satisfies Told));
  return {
    fill: (node) => {
      const [held] = key.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
      const tr = view.state.tr.setMeta(key, { remove: id } satisfies Told);
      if (node && held) tr.replaceRangeWith(held.from, held.from, node);
      view.dispatch(tr);
    },
  };
}
