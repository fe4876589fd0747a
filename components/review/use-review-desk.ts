"use client";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { errorMessage } from "#lib/api-client.ts";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { isApprovedBy, listedTasks, taskKeys, taskListQuery, taskQuery } from "#lib/queries/tasks.ts";
import { useArrivals } from "../live/use-arrivals.ts";
import { useSession } from "../shell/session-context.tsx";
import { textParam, useUrlParams } from "../shell/url-params.ts";
import { type Decision, useDecide } from "../task/use-decide.ts";
import { notifyError } from "../ui/toast.ts";
import { neighbourOf, reviewOrder } from "./review-order.ts";

const params = { type: textParam, group: textParam, task: textParam };

/** The state of the desk: what waits, which one is read, and what was decided but is not yet gone from the server's list. */
export function useReviewDesk() {
  const client = useQueryClient();
  const [{ task, ...filters }, setParams] = useUrlParams(params);
  const chosen = task || null;
  const me = useSession().user.id;
  const setChosen = (id: string | null) => setParams({ task: id });
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const query = {
    status: ["awaiting_approval"],
    // What I have approved waits for others, not for me.
    not_approved_by: me,
    ...(filters.type ? { task_type: [filters.type] } : {}),
    ...(filters.group ? { task_source_group_id: filters.group } : {}),
    sort_by: "priority",
    sort_order: "desc",
  } as const;
  const list = useInfiniteQuery(taskListQuery(query, 100));
  const listed = useMemo(() => listedTasks(list.data), [list.data]);
  const waiting = useMemo(
    () =>
      reviewOrder(
        listed.filter(
          (task) =>
            !decided.has(task.task_id) &&
            ((task.state === "awaiting_approval" && !isApprovedBy(task, me)) || task.task_id === chosen),
        ),
        skipped,
      ),
    [listed, decided, skipped, chosen, me],
  );
  const selected = chosen ?? waiting[0]?.task_id ?? null;
  const detail = useQuery({ ...taskQuery(selected ?? ""), enabled: selected !== null });
  const next = selected ? neighbourOf(waiting, selected) : null;
  usePrepared(next);

  const arrivals = useArrivals(
    listed,
    (task) =>
      task.state === "awaiting_approval" &&
      !isApprovedBy(task, me) &&
      (!filters.type || task.task_type === filters.type) &&
      (!filters.group || task.task_source_group_id === filters.group),
  );

  // Where nothing is read, nothing can jump.
  const deskIsClear = list.data !== undefined && waiting.length === 0 && arrivals.count > 0;
  useEffect(() => {
    if (deskIsClear) void client.invalidateQueries({ queryKey: taskKeys.lists });
  }, [client, deskIsClear]);

  const { decide, undo } = useDecide({
    onRefused: (task, error) => {
      setDecided((before) => without(before, task.task_id));
      setRefusals((before) => new Map(before).set(task.task_id, errorMessage(error)));
      notifyError(`Not decided: ${task.title}`, error, { label: "Open", run: () => setChosen(task.task_id) });
    },
    onTakenBack: (task) => {
      setDecided((before) => without(before, task.task_id));
      setChosen(task.task_id);
    },
  });

  return {
    list,
    waiting,
    total: Math.max(waiting.length, (list.data?.pages[0]?.total ?? 0) - decided.size),
    filters,
    setFilters: setParams,
    hasChosen: chosen !== null,
    selected,
    detail,
    refusal: selected ? (refusals.get(selected) ?? null) : null,
    arrivals,
    undo,
    choose: (id: string | null) => setChosen(id),
    move: (step: 1 | -1) => {
      const at = waiting.findIndex((task) => task.task_id === selected);
      const target = waiting[at < 0 ? 0 : at + step];
      if (target) setChosen(target.task_id);
    },
    skip: () => {
      if (!selected) return;
      setSkipped((before) => new Set(before).add(selected));
      if (next) setChosen(next.task_id);
    },
    showArrivals: () => {
      arrivals.clear();
      void client.invalidateQueries({ queryKey: taskKeys.lists });
    },
    decide: (decision: Decision) => {
      const task = detail.data;
      if (!task?.available_actions.includes(decision.verb)) return;
      setDecided((before) => new Set(before).add(task.task_id));
      setRefusals((before) => new Map([...before].filter(([id]) => id !== task.task_id)));
      setChosen(next?.task_id ?? null);
      void decide(task, decision);
    },
  };
}

export type ReviewDesk = ReturnType<typeof useReviewDesk>;

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((member) => member !== id));
}

/** The next item's text and picture are here before it is asked for. */
function usePrepared(next: TaskListItem | null): void {
  const client = useQueryClient();
  const id = next?.task_id;
  const picture = next?.featured_image_url;
  useEffect(() => {
    if (id) void client.prefetchQuery(taskQuery(id));
    if (picture) new Image().src = picture;
  }, [client, id, picture]);
}
