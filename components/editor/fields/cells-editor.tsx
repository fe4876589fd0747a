"use client";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { objectsOf, textOf } from "./json-values.ts";

/** Rows drawn at once; each has a field for each of its cells. */
const pageOfRows = 50;

type Props = { label: string; rows: Json | undefined; columns: string[]; onChange: (rows: JsonObject[]) => void };

/** Rows of data, cell by cell. A number stays a number as long as one stands there. */
export function CellsEditor({ label, rows: given, columns, onChange }: Props) {
  const rows = objectsOf(given);
  const [shown, setShown] = useState(pageOfRows);
  return (
    <section aria-label={label} className="flex min-w-0 flex-col gap-2">
      <h3>{label}</h3>
      <div className="overflow-x-auto">
        <table className="tabular text-body">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="px-1 text-left font-strong">
                  {column}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands at its place
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column} className="p-px">
                    <input
                      aria-label={`${column}, row ${index + 1}`}
                      className="control h-8 w-full min-w-28 px-2"
                      value={textOf(row[column])}
                      onChange={(event) =>
                        onChange(rows.with(index, { ...row, [column]: cellOf(event.target.value, row[column]) }))
                      }
                    />
                  </td>
                ))}
                <td>
                  <IconButton label={`Remove row ${index + 1}`} onClick={() => onChange(rows.toSpliced(index, 1))}>
                    <Trash2 className="size-4" aria-hidden />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap gap-2">
        {rows.length > shown ? (
          <Button size="small" onClick={() => setShown(shown + pageOfRows)}>
            Show more of {rows.length} rows
          </Button>
        ) : (
          <Button
            size="small"
            onClick={() => {
              onChange([...rows, Object.fromEntries(columns.map((column) => [column, null]))]);
              setShown(rows.length + 1);
            }}
          >
            <Plus className="size-4" aria-hidden />
            Add a row
          </Button>
        )}
      </div>
    </section>
  );
}

function cellOf(text: string, before: Json | undefined): Json {
  if (text === "") return null;
  const wasText = typeof before === "string" && !isNumber(before);
  return !wasText && isNumber(text) ? Number(text) : text;
}

/** Only what is spelled again as it was typed: 007 and 1.0 stay as they are while one types on. */
function isNumber(text: string): boolean {
  return text.trim() !== "" && String(Number(text)) === text;
}
