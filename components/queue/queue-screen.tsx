"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useCallback, useMemo, useState } from "react";
import { count, plural } from "#lib/format/number.ts";
import { listedTasks, taskKeys, taskListQuery } from "#lib/queries/tasks.ts";
import { useArrivals } from "../live/use-arrivals.ts";
import { PageHeader } from "../shell/page-header.tsx";
import { usePhone } from "../shell/use-phone.ts";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { belongsInQueue, isFiltered, noFilters, toTaskFilters } from "./queue-filters.ts";
import { QueueTable } from "./queue-table.tsx";
import { useColumnVisibility } from "./use-column-visibility.ts";
import { useQueueFilters } from "./use-queue-filters.ts";
import { useSelection } from "./use-selection.ts";
import { useStoredRun } from "./use-stored-run.ts";
import { ViewTabs } from "./view-tabs.tsx";

const NoTasks = dynamic(() => import("./no-tasks.tsx").then((module) => module.NoTasks), { ssr: false });
const QueueCards = dynamic(() => import("./queue-cards.tsx").then((module) => module.QueueCards), {
  ssr: false,
  loading: () => <SkeletonLines lines={12} label="Loading tasks" />,
});
const QueueMenus = dynamic(() => import("./queue-menus.tsx").then((module) => module.QueueMenus), {
  ssr: false,
  loading: () => <span className="w-18 max-sm:hidden" />,
});
const SelectionBar = dynamic(() => import("./selection-bar.tsx").then((module) => module.SelectionBar), { ssr: false });

/** Every task of the account, narrowed by what the address says. */
export function QueueScreen() {
  const client = useQueryClient();
  const [filters, setFilters] = useQueueFilters();
  const taskFilters = toTaskFilters(filters);
  const list = useInfiniteQuery(taskListQuery(taskFilters, 100));
  const tasks = useMemo(() => listedTasks(list.data), [list.data]);
  const first = list.data?.pages[0];
  const [visibility, setVisible] = useColumnVisibility();
  const selection = useSelection(useMemo(() => tasks.map((task) => task.task_id), [tasks]));
  const marked = tasks.filter((task) => selection.selected.has(task.task_id));
  const arrivals = useArrivals(tasks, (task) => belongsInQueue(filters, task));
  const [unfinished] = useStoredRun();
  const onPhone = usePhone();
  /** On a phone, where a touch opens a task, selecting is something that one begins and ends. */
  const [selects, setSelects] = useState(false);
  const selecting = onPhone && selects;
  const { fetchNextPage, isFetchingNextPage } = list;
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  function endSelecting() {
    selection.clear();
    setSelects(false);
  }
  function showArrivals() {
    arrivals.clear();
    // From the top again: what was scrolled through would be read anew page by page.
    client.setQueryData(taskListQuery(taskFilters, 100).queryKey, (read) =>
      read ? { pages: read.pages.slice(0, 1), pageParams: read.pageParams.slice(0, 1) } : read,
    );
    void client.invalidateQueries({ queryKey: taskKeys.lists });
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col sm:h-dvh sm:flex-none">
      <PageHeader title="Queue">
        {arrivals.count > 0 ? (
          <Button look="quiet" onClick={showArrivals} className="text-accent!">
            {count(arrivals.count)} new
          </Button>
        ) : null}
        <p role="status" className="tabular text-ink-soft">
          {first ? (first.total_capped ? `${count(first.total)}+ tasks` : plural(first.total, "task")) : null}
        </p>
        {tasks.length > 0 && (!selecting || selection.selected.size < tasks.length) ? (
          <Button
            look="quiet"
            onClick={selecting ? selection.selectAll : () => setSelects(true)}
            className="h-11! text-accent! sm:hidden"
          >
            {selecting ? "Select all" : "Select"}
          </Button>
        ) : null}
        {selecting ? (
          <Button look="quiet" onClick={endSelecting} className="h-11! text-accent! sm:hidden">
            Done
          </Button>
        ) : null}
        <QueueMenus filters={taskFilters} visibility={visibility} onChange={setVisible} />
      </PageHeader>
      <ViewTabs />
      <FilterBar filters={filters} setFilters={setFilters} />
      {list.isPending ? <SkeletonLines lines={12} label="Loading tasks" /> : null}
      {list.isError && !list.data ? (
        <ErrorState error={list.error} what="The queue could not be read" onRetry={() => void list.refetch()} />
      ) : null}
      {first && tasks.length === 0 ? (
        <NoTasks filtered={isFiltered(filters)} onClear={() => setFilters(noFilters)} />
      ) : null}
      {tasks.length > 0 && onPhone ? (
        <QueueCards
          tasks={tasks}
          selection={selection}
          selecting={selecting}
          onSelecting={() => setSelects(true)}
          hasMore={list.hasNextPage}
          loadMore={loadMore}
        />
      ) : null}
      {tasks.length > 0 && !onPhone ? (
        <QueueTable
          tasks={tasks}
          total={first?.total ?? tasks.length}
          visibility={visibility}
          selection={selection}
          filters={filters}
          setFilters={setFilters}
          hasMore={list.hasNextPage}
          loadMore={loadMore}
        />
      ) : null}
      {marked.length > 0 || selecting || unfinished ? (
        <SelectionBar
          tasks={marked}
          onTouch={selecting}
          onClear={endSelecting}
          matching={first && { filters: taskFilters, total: first.total }}
        />
      ) : null}
    </div>
  );
}
