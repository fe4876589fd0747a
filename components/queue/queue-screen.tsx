"use client";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useCallback, useMemo } from "react";
import { count, plural } from "#lib/format/number.ts";
import { listedTasks, taskKeys, taskListQuery } from "#lib/queries/tasks.ts";
import { useArrivals } from "../live/use-arrivals.ts";
import { PageHeader } from "../shell/page-header.tsx";
import { usePhone } from "../shell/use-phone.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { SkeletonLines } from "../ui/skeleton.tsx";
import { ColumnsMenu, useColumnVisibility } from "./columns-menu.tsx";
import { CreateLink } from "./create-link.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { QueueCards } from "./queue-cards.tsx";
import { belongsInQueue, isFiltered, noFilters, toTaskFilters, useQueueFilters } from "./queue-filters.ts";
import { QueueTable } from "./queue-table.tsx";
import { useSelection } from "./use-selection.ts";
import { useStoredRun } from "./use-stored-run.ts";
import { ViewTabs } from "./view-tabs.tsx";

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
  const { fetchNextPage, isFetchingNextPage } = list;
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  function showArrivals() {
    arrivals.clear();
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
        <ExportMenu filters={taskFilters} />
        <ColumnsMenu visibility={visibility} onChange={setVisible} />
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
      {tasks.length > 0 && onPhone ? <QueueCards tasks={tasks} hasMore={list.hasNextPage} loadMore={loadMore} /> : null}
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
      {marked.length > 0 || unfinished ? (
        <SelectionBar
          tasks={marked}
          onClear={selection.clear}
          matching={first && { filters: taskFilters, total: first.total }}
        />
      ) : null}
    </div>
  );
}

function NoTasks({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState title="No task fits these filters" action={<Button onClick={onClear}>Clear the filters</Button>}>
        Each chip above narrows the list; take one away to see more.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No tasks yet" action={<CreateLink />}>
      Producers add them through the API; you can make the first one by hand.
    </EmptyState>
  );
}
