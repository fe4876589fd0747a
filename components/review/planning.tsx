"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "#lib/api-client.ts";
import { endOfWork } from "#lib/format/time.ts";
import { membersQuery } from "#lib/queries/settings.ts";
import { refreshTask, setDueDate, useTaskAction } from "#lib/queries/task-actions.ts";
import { type TaskDetail, taskQuery } from "#lib/queries/tasks.ts";
import { useCan } from "../shell/session-context.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { Time } from "../ui/time.tsx";
import { notifyError } from "../ui/toast.ts";

/** Who looks at a task, and by when. */
export function Planning({ task }: { task: TaskDetail }) {
  return (
    <div className="grid grid-cols-[1fr_9.5rem] gap-3">
      <Assignee task={task} />
      <DueDate task={task} />
    </div>
  );
}

function Assignee({ task }: { task: TaskDetail }) {
  const { data: members } = useQuery(membersQuery());
  const action = useTaskAction(task.task_id);
  const assigned = action.isPending && action.variables.verb === "assign" ? action.variables.user_id : task.assigned_to;
  const name = members?.find((member) => member.id === assigned)?.name;
  if (!task.available_actions.includes("assign")) {
    return (
      <p>
        <span className="block text-ink-faint">Assigned to</span>
        {name ?? "nobody"}
      </p>
    );
  }
  return (
    <Field id="plan-assignee" label="Assigned to">
      {(aria) => (
        <Select
          {...aria}
          value={assigned ?? ""}
          disabled={action.isPending}
          onChange={(event) =>
            action.mutate(
              { verb: "assign", user_id: event.target.value || null },
              { onError: (error) => notifyError("The task was not assigned", error) },
            )
          }
        >
          <option value="">Nobody</option>
          {assigned && !name ? <option value={assigned}>Someone</option> : null}
          {members?.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function DueDate({ task }: { task: TaskDetail }) {
  const client = useQueryClient();
  const mayChange = useCan("tasks:write");
  const save = useMutation({
    mutationFn: async (day: string) => {
      const dueAt = day === "" ? null : endOfWork(day);
      // A date is about the task whatever its text: a stale tag is read again, once.
      return setDueDate(task.task_id, dueAt, task.etag).catch(async (refused: unknown) => {
        const stale = refused instanceof ApiError && (refused.status === 412 || refused.status === 428);
        if (!stale) throw refused;
        const now = await client.fetchQuery({ ...taskQuery(task.task_id), staleTime: 0 });
        return setDueDate(task.task_id, dueAt, now.etag);
      });
    },
    onSuccess: (changed) => client.setQueryData(taskQuery(task.task_id).queryKey, changed),
    onError: (error) => notifyError("The date was not set", error),
    onSettled: () => refreshTask(client, task.task_id),
  });
  if (!mayChange) {
    return (
      <p>
        <span className="block text-ink-faint">Due</span>
        {task.due_at ? <Time at={task.due_at} /> : "no date"}
      </p>
    );
  }
  const day = save.isPending ? save.variables : task.due_at ? localDay(task.due_at) : "";
  return (
    <Field id="plan-due" label="Due">
      {(aria) => (
        <Input
          {...aria}
          key={day}
          type="date"
          defaultValue={day}
          disabled={save.isPending}
          onBlur={(event) => event.target.value !== day && save.mutate(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
          }}
        />
      )}
    </Field>
  );
}

/** "2026-01-31", as the reader's calendar has it. */
function localDay(instant: string): string {
  const date = new Date(instant);
  const part = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
