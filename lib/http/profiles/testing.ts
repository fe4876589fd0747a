import type { TaskDetail } from "#lib/contract/task-detail.ts";

/** A task as the domain hands it out, for tests of how it is presented. */
export function taskOf(fields: Partial<TaskDetail> = {}): TaskDetail {
  const instant = new Date("2026-01-17T07:20:57.317Z");
  return {
    ...{ uid: "01890000-0000-7000-8000-00000000000a", accountId: "account-1", id: "task_001", number: 75 },
    ...{ taskType: "quiz", status: "queued", version: 3, priority: "normal", title: "Tides", phase: null, progress: 1 },
    ...{ taskSourceName: "Course Creator", taskSourceId: "course_123", taskSourceGroupId: "batch_456" },
    ...{ createdBy: "user_123", assignedTo: null, dueAt: null, publishAt: null, message: "Waiting for a worker" },
    ...{ snoozedUntil: null, snoozedBy: null },
    ...{ holdReason: null, round: 1, attempt: 0, revision: null, revisionSha256: null, approvals: null },
    ...{
      approvalStatus: null,
      publishedUrl: null,
      qualityScore: null,
      modelName: null,
      modelUsed: null,
      workerId: null,
    },
    ...{ estimatedCost: 0, costUsd: 0, degraded: false, degradedReasons: [], warnings: [] },
    ...{ errorCode: null, errorMessage: null, createdAt: instant, updatedAt: instant, queuedAt: instant },
    ...{ startedAt: null, finishedAt: null, publishedAt: null, cancelledAt: null },
    ...{ requestData: { story_prompt: "Tides" }, content: null, result: null, language: "English" },
    ...{ sourceMaterial: null, referenceUrls: [], parameters: {}, metadata: { mine: 1 }, notesForReviewer: null },
    ...{ qualityPreference: "balanced", modelsByPhase: {}, requiresApproval: false, approvedSha256: null },
    ...{ feedback: null, blocks: null, errorDetails: null, phases: [], costByPhase: {}, events: [], comments: [] },
    ...{ currentRevision: null, approvalRefused: null, availableActions: [] },
    ...fields,
  };
}
