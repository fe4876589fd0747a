import { type Command, type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  nextCell,
  selectedRect,
  selectionCell,
} from "@tiptap/pm/tables";

export type TableCommand = Command;

/** Markdown's first row is always the head, so none goes above it. */
export const addRowAbove: TableCommand = (state, dispatch) =>
  selectedRect(state).top > 0 && addRowBefore(state, dispatch);
export const addRowBelow: TableCommand = addRowAfter;
export const addColumnLeft: TableCommand = addColumnBefore;
export const addColumnRight: TableCommand = addColumnAfter;
export const removeColumn: TableCommand = deleteColumn;
export const removeTable: TableCommand = deleteTable;

export const removeRow: TableCommand = (state, dispatch) => selectedRect(state).top > 0 && deleteRow(state, dispatch);

/** Goes to the cell below, as Enter does in a spreadsheet. */
export function cellBelow(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const below = nextCell(selectionCell(state), "vert", 1);
  if (!below) return false;
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(below.pos + 1))).scrollIntoView());
  return true;
}

/** A row at the end, with the cursor in its first cell. */
export const appendRow: TableCommand = (state, dispatch, view) => {
  const added = addRowAfter(state, dispatch);
  if (added && view && dispatch) goToNextCell(1)(view.state, view.dispatch);
  return added;
};

/** The column's cells lean to that side. */
export function alignColumn(align: "left" | "center" | "right" | null): TableCommand {
  return (state, dispatch) => {
    const { map, left, right, tableStart } = selectedRect(state);
    const tr = state.tr;
    for (let row = 0; row < map.height; row++) {
      for (let column = left; column < right; column++) {
        const at = tableStart + (map.map[row * map.width + column] ?? 0);
        const cell = tr.doc.nodeAt(at);
        if (cell) tr.setNodeMarkup(at, null, { ...cell.attrs, align });
      }
    }
    dispatch?.(tr);
    return true;
  };
}

/** An empty table where the cursor is, with the cursor in its first cell. */
export function insertTable({ tr }: { tr: Transaction }): boolean {
  const inside = tr.selection.from + 1;
  tr.replaceSelectionWith(tr.doc.type.schema.nodeFromJSON(emptyTable(3, 3)));
  tr.setSelection(TextSelection.near(tr.doc.resolve(inside))).scrollIntoView();
  return true;
}

function emptyTable(columns: number, rows: number) {
  const row = (type: string) => ({
    type: "tableRow",
    content: Array.from({ length: columns }, () => ({ type, content: [{ type: "paragraph" }] })),
  });
  return {
    type: "table",
    content: [row("tableHeader"), ...Array.from({ length: rows - 1 }, () => row("tableCell"))],
  };
}
