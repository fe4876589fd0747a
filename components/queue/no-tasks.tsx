"use client";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { CreateLink } from "./create-link.tsx";

/** Why the queue is empty, and what one can do about it. */
export function NoTasks({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState title="No task fits these filters" action={<Button onClick={onClear}>Clear the filters</Button>}>
        The search and each chip above narrow the list; take one away to see more.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No tasks yet" action={<CreateLink />}>
      Producers add them through the API; you can make the first one by hand.
    </EmptyState>
  );
}
