import type { Metadata } from "next";
import { ImportScreen } from "#components/import/import-screen.tsx";
import { taskTypesQuery } from "#lib/queries/task-types.ts";
import { Prefetched } from "../../prefetched.tsx";

export const metadata: Metadata = { title: "Import" };

export default function ImportPage() {
  return (
    <Prefetched load={(client) => [client.fetchQuery(taskTypesQuery())]}>
      <ImportScreen />
    </Prefetched>
  );
}
