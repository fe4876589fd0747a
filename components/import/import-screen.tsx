"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { plural } from "#lib/format/number.ts";
import { type TaskTypeInfo, taskTypesQuery } from "#lib/queries/task-types.ts";
import { PageHeader } from "../shell/page-header.tsx";
import { useCan } from "../shell/session-context.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { DropZone } from "./drop-zone.tsx";
import { newJob } from "./import-job.ts";
import { useImport } from "./use-import.ts";

const ImportDesk = dynamic(() => import("./import-desk.tsx").then((module) => module.ImportDesk), {
  ssr: false,
  loading: () => <SkeletonLines lines={6} label="Laying out the rows" />,
});

/** A spreadsheet becomes tasks: drop it, mend what is faulty, send it. */
export function ImportScreen() {
  const types = useQuery(taskTypesQuery());
  const mayCreate = useCan("tasks:write");
  if (mayCreate && types.data) return <LoadedImport types={types.data} />;
  return (
    <>
      <PageHeader title="Import" />
      {mayCreate ? null : (
        <EmptyState title="Your role reads">
          Creators and those above them make tasks; an admin can change your role.
        </EmptyState>
      )}
      {mayCreate && types.isPending ? <SkeletonLines lines={6} label="Loading the types" /> : null}
      {types.isError ? (
        <ErrorState error={types.error} what="The types could not be read" onRetry={() => void types.refetch()} />
      ) : null}
    </>
  );
}

function LoadedImport({ types }: { types: readonly TaskTypeInfo[] }) {
  const work = useImport(types);
  const { job } = work;
  return (
    <div className="flex min-h-0 flex-1 flex-col sm:h-dvh sm:flex-none">
      <PageHeader title="Import">
        {job ? (
          <>
            <p className="truncate text-ink-soft">
              {job.name}, <span className="tabular">{plural(job.rows.length, "row")}</span>
            </p>
            <Button onClick={() => work.setJob(null)} disabled={job.sending}>
              Start over
            </Button>
          </>
        ) : null}
      </PageHeader>
      {job === undefined ? <SkeletonLines lines={6} label="Looking for an import" /> : null}
      {job === null ? (
        <DropZone onTable={(name, table) => work.setJob(newJob(name, table, types, new Date()))} />
      ) : null}
      {job ? <ImportDesk work={work} job={job} types={types} /> : null}
    </div>
  );
}
