"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Json } from "#lib/contract/json.ts";
import type { TaskListItem } from "#lib/contract/task-response.ts";
import { taskQuery } from "#lib/queries/tasks.ts";
import { findResultView } from "#task-types/views.ts";

/** The next item's text, its pictures and what shows its type are here before it is asked for. */
export function usePrepared(next: TaskListItem | null): void {
  const client = useQueryClient();
  const id = next?.task_id;
  const type = next?.task_type;
  useEffect(() => {
    if (!id || !type) return;
    let wanted = true;
    void findResultView(type)?.prepare();
    void client.ensureQueryData({ ...taskQuery(id), revalidateIfStale: true }).then(
      (task) => {
        if (wanted) for (const address of picturesIn(task.result).slice(0, mostPictures)) new Image().src = address;
      },
      // It is asked for again when it is shown, and says then what is wrong.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [client, id, type]);
}

const mostPictures = 12;
const namesPicture = /image|picture|poster|logo|thumbnail/;

/** Addresses of pictures anywhere in a result, by the names of their fields. */
function picturesIn(value: Json | undefined, name = ""): string[] {
  if (typeof value === "string") return namesPicture.test(name) && value.includes("/artifacts/") ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => picturesIn(item, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => picturesIn(inner, field));
}
