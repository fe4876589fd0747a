"use client";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { useForm } from "./form-context.ts";
import { objectOf, objectsOf, textOf, textsOf } from "./json-values.ts";

type Props = { label: string; value: JsonObject; onChange: (value: JsonObject) => void; path: string };

/** A table of statements, cell by cell, each with the number of the source that says so. An empty cell says nothing. */
export function ComparisonEditor({ label, value, onChange, path }: Props) {
  const columns = textsOf(value.columns);
  const rows = objectsOf(value.rows);
  if (rows.length === 0 || columns.length === 0) return null;
  function setCell(row: number, column: number, cell: Json) {
    const { cells, ...rest } = rows[row] ?? {};
    const changed = listOf(cells, columns.length).with(column, cell);
    onChange({ ...value, rows: rows.with(row, { ...rest, cells: changed }) });
  }
  return (
    <section aria-label={label} className="flex min-w-0 flex-col gap-2">
      <h3>{label}</h3>
      <div className="overflow-x-auto">
        <table className="w-full text-body">
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col" className="px-1 text-left align-bottom font-strong">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={textOf(row.name)}>
                <th scope="row" className="py-1 pr-2 text-left align-top font-strong">
                  {textOf(row.name)}
                </th>
                {listOf(row.cells, columns.length).map((cell, column) => (
                  <td key={columns[column]} className="min-w-44 p-px align-top">
                    <StatementCell
                      about={`${textOf(row.name)}: ${columns[column]}`}
                      value={cell}
                      onChange={(next) => setCell(index, column, next)}
                      path={`${path}.rows.${index}.cells.${column}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type CellProps = { about: string; value: Json; onChange: (value: Json) => void; path: string };

function StatementCell({ about, value, onChange, path }: CellProps) {
  const { errors } = useForm();
  const cell = objectOf(value);
  const text = textOf(cell.text);
  const error = errors.get(`${path}.citation`) ?? errors.get(`${path}.text`) ?? null;
  return (
    <div className="flex flex-col gap-px">
      <textarea
        aria-label={about}
        aria-invalid={error ? true : undefined}
        className="control field-sizing-content min-h-14 w-full resize-y px-2 py-1.5 text-body"
        value={text}
        onChange={(event) =>
          onChange(
            event.target.value === "" ? null : { ...cell, text: event.target.value, citation: cell.citation ?? null },
          )
        }
      />
      {text === "" ? null : (
        <label className="flex items-center gap-1 text-small text-ink-soft">
          Source
          <input
            type="number"
            min={1}
            aria-label={`Source of ${about}`}
            className="control tabular h-6 w-14 px-1"
            value={textOf(cell.citation)}
            onChange={(event) =>
              onChange({ ...cell, citation: event.target.value === "" ? null : event.target.valueAsNumber })
            }
          />
        </label>
      )}
      {error ? <p className="text-small text-bad">{error}</p> : null}
    </div>
  );
}

/** As long as the table is wide. */
function listOf(cells: Json | undefined, length: number): Json[] {
  return Array.from({ length }, (_, index) => (Array.isArray(cells) ? (cells[index] ?? null) : null));
}
