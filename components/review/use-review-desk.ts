"use client";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { errorMessage } from "#lib/api-client.ts";
import { holderOf, presenceQuery } from "#lib/queries/presence.ts";
import { listedTasks, type TaskDetail, taskKeys, taskQuery } from "#lib/queries/tasks.ts";
import { useArrivals } from "../live/use-arrivals.ts";
import { useReadNotices } from "../notices/use-read-notices.ts";
import { useSession } from "../shell/session-context.tsx";
import { useUrlParams } from "../shell/url-params.ts";
import { type Decision, useDecide } from "../task/use-decide.ts";
import { notifyError } from "../ui/toast.ts";
import { deskParams, deskQuery, isOnDesk } from "./desk-queries.ts";
import { neighbourOf, nextFree, reviewOrder, stepFree } from "./review-order.ts";
import { usePrepared } from "./use-prepared.ts";
import { usePresence } from "./use-presence.ts";

/** So long a hand takes to notice that the screen has changed. */
const reactionMs = 400;

/** The state of the desk: what waits, which one is read, by whom, and what was decided here but not yet seen to be. */
export function useReviewDesk() {
  const client = useQueryClient();
  const [{ task, ...filters }, setParams] = useUrlParams(deskParams);
  const me = useSession().user.id;
  const chosen = task || null;
  const setChosen = (id: string | null) => setParams({ task: id });
  /** What the desk put up by itself and nobody else has: it stays while it is read. */
  const [settled, setSettled] = useState<string | null>(null);
  /** What the desk put up in place of what was decided, until it is known whether somebody else did too. */
  const putUp = useRef<string | null>(null);
  /** When the desk last put something else before the reader without being asked. */
  const movedAt = useRef(0);
  /** By id, the row's time when it was decided: hidden until the server says something newer. */
  const [decided, setDecided] = useState<ReadonlyMap<string, string>>(new Map());
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const { show } = filters;
  const list = useInfiniteQuery(deskQuery(me, filters));
  const listed = useMemo(() => listedTasks(list.data), [list.data]);
  const waiting = useMemo(() => {
    const shown = listed.filter(
      (task) =>
        decided.get(task.task_id) !== task.updated_at &&
        (isOnDesk(task, me, show) || task.task_id === (chosen ?? settled)),
    );
    return reviewOrder(shown, skipped);
  }, [listed, decided, skipped, chosen, settled, me, show]);

  const { data: people, isPending: asking } = useQuery(presenceQuery());
  const present = people ?? [];
  const isHeld = (id: string) => holderOf(present, id, me) !== null;
  const free = asking ? undefined : waiting.find((task) => !isHeld(task.task_id));
  const selected = chosen ?? settled ?? free?.task_id ?? null;
  const detail = useQuery({ ...taskQuery(selected ?? ""), enabled: selected !== null });
  const next = selected ? nextFree(waiting, selected, isHeld) : null;
  usePrepared(next);

  // A phone that shows the list shows nobody's content.
  const reads = chosen !== null || (typeof window !== "undefined" && window.matchMedia("(min-width: 64rem)").matches);
  useReadNotices(reads ? selected : null);
  usePresence(reads ? selected : null, (id, now) => {
    const taken = holderOf(now, id, me) !== null;
    if (!taken && chosen === null) setSettled(id);
    if (taken && putUp.current === id) {
      movedAt.current = Date.now();
      const instead = nextFree(waiting, id, (other) => holderOf(now, other, me) !== null);
      putUp.current = instead?.task_id ?? null;
      setChosen(putUp.current);
    } else if (putUp.current === id) putUp.current = null;
  });

  const arrivals = useArrivals(
    listed,
    (task) =>
      isOnDesk(task, me, show) &&
      (!filters.type || task.task_type === filters.type) &&
      (!filters.group || task.task_source_group_id === filters.group),
  );

  // Where nothing is read, nothing can jump.
  const deskIsClear = list.data !== undefined && waiting.length === 0 && arrivals.count > 0;
  useEffect(() => {
    if (deskIsClear) void client.invalidateQueries({ queryKey: taskKeys.lists });
  }, [client, deskIsClear]);

  const putUpNow = (id: string | null) => {
    putUp.current = id;
    setSettled(null);
    setChosen(id);
  };
  const showAgain = (id: string) => setDecided((before) => new Map([...before].filter(([other]) => other !== id)));
  const { decide, undo } = useDecide({
    onRefused: (task, error) => {
      showAgain(task.task_id);
      setRefusals((before) => new Map(before).set(task.task_id, errorMessage(error)));
      notifyError(`Not decided: ${task.title}`, error, { label: "Open", run: () => setChosen(task.task_id) });
    },
    onTakenBack: (task) => {
      showAgain(task.task_id);
      setChosen(task.task_id);
    },
  });

  return {
    list,
    waiting,
    capped: list.data?.pages[0]?.total_capped ?? false,
    total: Math.max(waiting.length, (list.data?.pages[0]?.total ?? 0) - (listed.length - waiting.length)),
    filters,
    setFilters: (patch: Parameters<typeof setParams>[0]) => {
      setSettled(null);
      setParams(patch);
    },
    hasChosen: chosen !== null,
    selected,
    detail,
    present,
    holder: selected ? holderOf(present, selected, me) : null,
    refusal: selected ? (refusals.get(selected) ?? null) : null,
    arrivals,
    undo,
    choose: (id: string | null) => {
      setSettled(null);
      setChosen(id);
    },
    move: (step: 1 | -1) => {
      const target = stepFree(waiting, selected, step, isHeld);
      if (target) setChosen(target.task_id);
    },
    skip: () => {
      if (!selected) return;
      setSkipped((before) => new Set(before).add(selected));
      const target = next ?? neighbourOf(waiting, selected);
      if (target) putUpNow(target.task_id);
    },
    showArrivals: () => {
      arrivals.clear();
      void client.invalidateQueries({ queryKey: taskKeys.lists });
    },
    /** Whether what is on the desk has only just come there by itself: a key pressed now was meant for another. */
    hasJustMoved: () => Date.now() - movedAt.current < reactionMs,
    /** @param task as it was read when the decision was begun, whatever is on the desk by now */
    decide: (task: TaskDetail, decision: Decision) => {
      const row = listed.find((other) => other.task_id === task.task_id);
      setDecided((before) => new Map(before).set(task.task_id, (row ?? task).updated_at));
      setRefusals((before) => new Map([...before].filter(([id]) => id !== task.task_id)));
      if (task.task_id === selected) putUpNow(next?.task_id ?? null);
      void decide(task, decision);
    },
  };
}

export type ReviewDesk = ReturnType<typeof useReviewDesk>;
