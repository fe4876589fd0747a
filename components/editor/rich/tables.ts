import { Extension, Node } from "@tiptap/core";
import { goToNextCell, isInTable, tableEditing } from "@tiptap/pm/tables";
import * as commands from "./table-commands.ts";

const cell = {
  content: "paragraph",
  isolating: true,
  addAttributes: () => ({
    align: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute("align"),
      renderHTML: ({ align }: Record<string, unknown>) => (align ? { align } : {}),
    },
    // Markdown's tables have none of these; the commands want to read them.
    colspan: { default: 1, rendered: false, parseHTML: () => 1 },
    rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
    colwidth: { default: null, rendered: false, parseHTML: () => null },
  }),
};

const roles: Record<string, string> = {
  table: "table",
  tableRow: "row",
  tableCell: "cell",
  tableHeader: "header_cell",
};

const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
  addProseMirrorPlugins: () => [tableEditing()],
});

const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

const TableCell = Node.create({
  ...cell,
  name: "tableCell",
  parseHTML: () => [{ tag: "td" }],
  renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0],
});

const TableHeader = Node.create({
  ...cell,
  name: "tableHeader",
  parseHTML: () => [{ tag: "th" }],
  renderHTML: ({ HTMLAttributes }) => ["th", HTMLAttributes, 0],
});

/** Tab goes from cell to cell and adds a row at the end; the rest are the keys of spreadsheets. */
const TableKeys = Extension.create({
  name: "tableKeys",
  priority: 1000,
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addKeyboardShortcuts() {
    const run = (command: commands.TableCommand) => () => {
      const { state, view } = this.editor;
      return isInTable(state) && command(state, view.dispatch, view);
    };
    return {
      Tab: run(
        (state, dispatch, view) => goToNextCell(1)(state, dispatch) || commands.appendRow(state, dispatch, view),
      ),
      "Shift-Tab": run(goToNextCell(-1)),
      Enter: run(
        (state, dispatch, view) => commands.cellBelow(state, dispatch) || commands.appendRow(state, dispatch, view),
      ),
      "Mod-Enter": run(commands.addRowBelow),
      "Mod-Shift-Enter": run(commands.addColumnRight),
      "Mod-Backspace": run(commands.removeRow),
      "Mod-Shift-Backspace": run(commands.removeColumn),
    };
  },
});

export const tableExtensions = [Table, TableRow, TableCell, TableHeader, TableKeys];
