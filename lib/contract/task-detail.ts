import type { ApprovalRefusal } from "./approval.ts";
import type { Json, JsonObject } from "./json.ts";
import type { TaskEvent, TaskPhase, TaskSummary } from "./task.ts";

type RecordedActor = { type: "user" | "key" | "worker" | "system"; id: string; name: string };

export type TaskRevision = {
  number: number;
  sha256: string;
  origin: "generated" | "edited" | "restored";
  round: number;
  note: string | null;
  author: RecordedActor;
  createdAt: Date;
};

export type TaskComment = {
  id: string;
  revision: number | null;
  body: string;
  anchor: JsonObject | null;
  author: RecordedActor;
  createdAt: Date;
  resolvedAt: Date | null;
};

/** A task with everything that its own page shows. */
export type TaskDetail = TaskSummary & {
  language: string;
  sourceMaterial: string | null;
  referenceUrls: string[];
  parameters: JsonObject;
  metadata: JsonObject;
  notesForReviewer: string | null;
  qualityPreference: string;
  modelsByPhase: Record<string, string>;
  requiresApproval: boolean;
  approvedSha256: string | null;
  feedback: string | null;
  /** What the last round was allowed to change; null for the whole. */
  blocks: string[] | null;
  errorDetails: JsonObject | null;
  phases: TaskPhase[];
  /** US dollars by phase over all rounds; null where a price is unknown. */
  costByPhase: Record<string, number | null>;
  events: TaskEvent[];
  comments: TaskComment[];
  currentRevision: TaskRevision | null;
  approvalRefused: ApprovalRefusal | null;
  /** Verbs that the caller may use on it now. */
  availableActions: string[];
};

export type RevisionContent = { content: string | null; result: { [key: string]: Json } };
