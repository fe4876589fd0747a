import type { Metadata } from "next";
import { TaskScreen } from "#components/task/task-screen.tsx";

export const metadata: Metadata = { title: "Task" };

type Props = { params: Promise<{ id: string }> };

export default async function TaskPage({ params }: Props) {
  return <TaskScreen id={decodeURIComponent((await params).id)} />;
}
