"use client";
import { useUrlParams } from "../shell/url-params.ts";
import { queueParams } from "./queue-filters.ts";

/** The queue's filters and order, which live in the address. */
export function useQueueFilters() {
  return useUrlParams(queueParams);
}

export type SetQueueFilters = ReturnType<typeof useQueueFilters>[1];
