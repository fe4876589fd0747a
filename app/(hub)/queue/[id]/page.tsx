import type { Metadata } from "next";
import { TaskScreen } from "#components/task/task-screen.tsx";
import { taskQuery } from "#lib/queries/tasks.ts";
import { Prefetched } from "../../prefetched.tsx";

export const metadata: Metadata = { title: "Task" };

type Props = { params: Promise<{ id: string }> };

export default async function TaskPage({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  return (
    <Prefetched load={(client) => [client.fetchQuery(taskQuery(id))]}>
      <TaskScreen id={id} />
    </Prefetched>
  );
}
