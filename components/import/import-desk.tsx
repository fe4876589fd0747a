"use client";
import { useMemo, useState } from "react";
import type { TaskTypeInfo } from "#lib/queries/task-types.ts";
import { Field, Input, Select } from "../ui/field.tsx";
import { FaultList, type RowFault } from "./fault-list.tsx";
import { guessMapping, type ImportField, importFields, typeField } from "./import-fields.ts";
import { ImportGrid } from "./import-grid.tsx";
import { fieldsOfTypes, type ImportJob } from "./import-job.ts";
import { SendBar } from "./send-bar.tsx";
import type { Import } from "./use-import.ts";

type Props = { work: Import; job: ImportJob; types: readonly TaskTypeInfo[] };

/** The table, what each column is, what is wrong with which row, and the way to send it. */
export function ImportDesk({ work, job, types }: Props) {
  const { faultsAt } = work;
  const [shown, setShown] = useState<{ row: number; path: string } | null>(null);
  const mixed = job.mapping.includes(typeField);
  const fields = useMemo(() => fieldsFor(mixed, job.type, types), [mixed, job.type, types]);
  const faults = useMemo(
    () =>
      job.rows.flatMap((_, index): RowFault[] =>
        Object.entries(faultsAt(index)).map(([path, message]) => ({
          row: index,
          path,
          label: labelOf(path, fields),
          message,
        })),
      ),
    [job.rows, faultsAt, fields],
  );
  const faulty = new Set(faults.map((fault) => fault.row)).size;
  function chooseType(name: string) {
    const type = types.find((each) => each.name === name);
    if (!type) return;
    work.change((now) => ({ ...now, type: name, mapping: guessMapping(now.columns, importFields(type)) }));
  }
  return (
    <>
      <div className="flex flex-wrap items-start gap-4 border-b border-line px-6 py-3 max-sm:px-4">
        <Field id="import-type" label="Type" className="w-56" help={mixed ? "Each row says its own." : undefined}>
          {(aria) => (
            <Select
              {...aria}
              value={job.type}
              disabled={mixed || job.sending}
              onChange={(event) => chooseType(event.target.value)}
            >
              {types.map((type) => (
                <option key={type.name} value={type.name}>
                  {type.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="import-group" label="Group" className="w-64" help="Unless a column says it.">
          {(aria) => (
            <Input
              {...aria}
              value={job.group}
              disabled={job.sending}
              onChange={(event) => work.change((now) => ({ ...now, group: event.target.value }))}
            />
          )}
        </Field>
        <FaultList faults={faults} faulty={faulty} onShow={setShown} />
      </div>
      <ImportGrid work={work} job={job} fields={fields} shown={shown} />
      <SendBar work={work} job={job} faulty={faulty} />
    </>
  );
}

/** Where rows are of several types, a column may be a field of any of them. */
function fieldsFor(mixed: boolean, type: string, types: readonly TaskTypeInfo[]): ImportField[] {
  return fieldsOfTypes(mixed ? types : types.filter((each) => each.name === type));
}

function labelOf(path: string, fields: readonly ImportField[]): string {
  return fields.find((field) => field.path === path)?.label ?? path.replaceAll("_", " ");
}
