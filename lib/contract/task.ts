import type { Approvals } from "./approval.ts";
import type { Json, JsonObject } from "./json.ts";
import type { ApprovalStatus, Priority, TaskStatus } from "./status.ts";

/**
 * A task as the domain hands it out, before a profile words it. Files are still `artifact:{id}`; the presenter signs
 * them into addresses.
 */
export type TaskSummary = {
  uid: string;
  accountId: string;
  id: string;
  number: number;
  taskType: string;
  status: TaskStatus;
  version: number;
  priority: Priority;
  title: string;
  taskSourceName: string | null;
  taskSourceId: string | null;
  taskSourceGroupId: string | null;
  createdBy: string;
  assignedTo: string | null;
  dueAt: Date | null;
  /** Off the desk until then; a time that is past means nothing. */
  snoozedUntil: Date | null;
  snoozedBy: string | null;
  publishAt: Date | null;
  phase: string | null;
  progress: number;
  message: string;
  holdReason: string | null;
  round: number;
  attempt: number;
  revision: number | null;
  revisionSha256: string | null;
  approvalStatus: ApprovalStatus | null;
  /** Null where one approval is enough, and while there is nothing to approve; the whole task always has it. */
  approvals: Approvals | null;
  publishedUrl: string | null;
  qualityScore: number | null;
  modelName: string | null;
  modelUsed: string | null;
  workerId: string | null;
  estimatedCost: number | null;
  costUsd: number;
  degraded: boolean;
  degradedReasons: string[];
  warnings: string[];
  errorCode: string | null;
  errorMessage: string | null;
  createdAt: Date;
  updatedAt: Date;
  queuedAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  publishedAt: Date | null;
  cancelledAt: Date | null;
  requestData: JsonObject | null;
  /** Of the current revision. */
  content: string | null;
  result: JsonObject | null;
};

export type TaskPhase = {
  name: string;
  label: string;
  status: "waiting" | "running" | "done" | "failed" | "reused";
  round: number;
  model: string | null;
  inputTokens: number;
  outputTokens: number;
  costUsd: number | null;
  seconds: number | null;
  output: Json;
  error: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
};

export type TaskEvent = {
  id: string;
  type: string;
  timestamp: Date;
  message: string;
  fromStatus: TaskStatus | null;
  toStatus: TaskStatus | null;
  phase: string | null;
  progress: number | null;
  reason: string | null;
  actor: { type: "user" | "key" | "worker" | "system"; id: string; name: string };
};

/** What an editor has read and would replace: a version, one of several, or whatever is there. */
export type SeenVersion = number | number[] | "any";
