import type { Metadata } from "next";
import { CreateScreen } from "#components/create/create-screen.tsx";
import { taskTypesQuery } from "#lib/queries/task-types.ts";
import { Prefetched } from "../prefetched.tsx";

export const metadata: Metadata = { title: "Create" };

export default function CreatePage() {
  return (
    <Prefetched load={(client) => [client.fetchQuery(taskTypesQuery())]}>
      <CreateScreen />
    </Prefetched>
  );
}
