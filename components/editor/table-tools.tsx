"use client";
import type { Editor } from "@tiptap/react";
import { Button } from "../ui/button.tsx";
import { Toolbar } from "../ui/toolbar.tsx";
import { keepCursor } from "./keep-cursor.ts";
import {
  addColumnLeft,
  addColumnRight,
  addRowAbove,
  addRowBelow,
  alignColumn,
  removeColumn,
  removeRow,
  removeTable,
  type TableCommand,
} from "./rich/table-commands.ts";

const tools: readonly { label: string; keys?: string; command: TableCommand }[] = [
  { label: "Row above", command: addRowAbove },
  { label: "Row below", keys: "mod+enter", command: addRowBelow },
  { label: "Column left", command: addColumnLeft },
  { label: "Column right", keys: "mod+shift+enter", command: addColumnRight },
  { label: "Align left", command: alignColumn(null) },
  { label: "Centre", command: alignColumn("center") },
  { label: "Align right", command: alignColumn("right") },
  { label: "Remove row", keys: "mod+backspace", command: removeRow },
  { label: "Remove column", keys: "mod+shift+backspace", command: removeColumn },
  { label: "Remove table", command: removeTable },
];

/** What a table can do, while the cursor is in one. */
export function TableTools({ editor }: { editor: Editor }) {
  return (
    <Toolbar label="Table" className="flex flex-wrap gap-1">
      {tools.map(({ label, keys, command }) => (
        <Button
          key={label}
          size="small"
          look="quiet"
          aria-keyshortcuts={keys}
          title={keys}
          onMouseDown={keepCursor}
          onClick={() => {
            editor.commands.focus();
            command(editor.state, editor.view.dispatch, editor.view);
          }}
        >
          {label}
        </Button>
      ))}
    </Toolbar>
  );
}
