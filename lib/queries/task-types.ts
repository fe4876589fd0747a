import { queryOptions } from "@tanstack/react-query";
import { callApi } from "#lib/api-client.ts";
import type { JsonObject } from "#lib/contract/json.ts";

/** The part of JSON Schema that forms are made from. */
export type FieldSchema = {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: (string | number)[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
  required?: string[];
  /** Media types that an upload may have. */
  "x-accept"?: string;
  anyOf?: FieldSchema[];
  oneOf?: FieldSchema[];
};

export type TaskTypeInfo = {
  name: string;
  label: string;
  description: string;
  request_schema: FieldSchema;
  phases: { name: string; label: string; model: string | null }[];
  requires_approval: boolean;
  attempts: number;
  timeout_minutes: number;
  example: JsonObject;
};

export function taskTypesQuery() {
  return queryOptions({
    queryKey: ["task-types"],
    queryFn: async ({ signal }) => {
      const answer = await callApi<{ types: TaskTypeInfo[]; common_schema: FieldSchema }>("/api/tasks/types", {
        signal,
      });
      return answer.types.map((type) => ({
        ...type,
        request_schema: withCommon(type.request_schema, answer.common_schema),
      }));
    },
    staleTime: 10 * 60_000,
  });
}

/** A type's own fields and those of every type; its own word on a common field counts. */
function withCommon(own: FieldSchema, common: FieldSchema): FieldSchema {
  return {
    ...own,
    properties: { ...common.properties, ...own.properties },
    required: [...new Set([...(common.required ?? []), ...(own.required ?? [])])],
  };
}

export type Quote = {
  estimated_cost: number | null;
  /** As long as this account's latest took; null before the first. */
  estimated_seconds: number | null;
  models: Record<string, string>;
  warnings: string[];
};

/** What a request would cost; validates it too and makes nothing. */
export function quoteQuery(request: JsonObject, enabled: boolean) {
  return queryOptions({
    queryKey: ["quote", request],
    queryFn: ({ signal }) =>
      callApi<Quote>("/api/tasks", { method: "POST", query: { dry_run: true }, body: request, signal }),
    enabled,
    retry: false,
    staleTime: 60_000,
  });
}

export function createTask(request: JsonObject): Promise<{ task_id: string }> {
  return callApi("/api/tasks", { method: "POST", body: request });
}
