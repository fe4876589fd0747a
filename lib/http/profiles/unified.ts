import type { ApprovalRefusal, Approvals } from "#lib/contract/approval.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskEvent, TaskPhase, TaskSummary } from "#lib/contract/task.ts";
import type { RevisionContent, TaskComment, TaskDetail, TaskRevision } from "#lib/contract/task-detail.ts";
import type {
  CommentResponse,
  EventResponse,
  PhaseResponse,
  RevisionDetailResponse,
  RevisionResponse,
  TaskListItem,
  TaskResponse,
} from "#lib/contract/task-response.ts";
import { type AddressOwner, absoluteUrl, signReferences, thumbnailUrl } from "#lib/http/links.ts";
import { excerptOf } from "#lib/http/profiles/excerpt.ts";
import { mainFile, mainPicture } from "#lib/http/profiles/main-file.ts";
import { statusWords } from "#lib/http/profiles/status-words.ts";
import { iso, shownProgress } from "#lib/http/profiles/task-fields.ts";

/** A task as a list shows it: the account's number is its `id` there (unified-tasks.md). */
export function presentListItem(task: TaskSummary): TaskListItem {
  return { ...presentSummary(task), id: String(task.number) };
}

/** The whole task. */
export function presentTask(task: TaskDetail): TaskResponse {
  return {
    ...presentSummary(task),
    language: task.language,
    source_material: task.sourceMaterial,
    reference_urls: task.referenceUrls,
    parameters: task.parameters,
    metadata: task.metadata,
    notes_for_reviewer: task.notesForReviewer,
    quality_preference: task.qualityPreference,
    models_by_phase: task.modelsByPhase,
    requires_approval: task.requiresApproval,
    request_data: task.requestData,
    result: task.result && signReferences(task.result, task),
    cost_breakdown: task.costByPhase,
    phases: task.phases.map((phase) => presentPhase(phase, task)),
    events: task.events.map(presentEvent),
    comments: task.comments.map(presentComment),
    revision: task.currentRevision && presentRevision(task.currentRevision),
    approval_refused: task.approvalRefused && presentRefusal(task.approvalRefused),
    approved_sha256: task.approvedSha256,
    feedback: task.feedback,
    blocks: task.blocks,
    error_details: task.errorDetails,
    available_actions: task.availableActions,
  };
}

function presentSummary(task: TaskSummary): TaskListItem & Pick<TaskResponse, "content"> {
  const result = task.result && signReferences(task.result, task);
  const text = (field: string) => textOf(result, field);
  return {
    id: task.id,
    task_id: task.id,
    number: task.number,
    account_id: task.accountId,
    user_id: task.createdBy,
    task_type: task.taskType,
    status: statusWords.unified[task.status],
    state: task.status,
    approval_status: task.approvalStatus,
    approvals: task.approvals && presentApprovals(task.approvals),
    priority: task.priority,
    // What waits for its fields has no title yet; lists need a name that can be clicked.
    title: text("title") ?? (task.title || task.id),
    topic: textOf(task.requestData, "topic"),
    content: task.content === null ? null : signReferences(task.content, task),
    excerpt: excerptOf(task.result, task.content),
    featured_image_url: text("featured_image_url"),
    quality_score: task.qualityScore,
    seo_title: text("seo_title"),
    seo_description: text("seo_description"),
    seo_keywords: stringsOf(result, "seo_keywords"),
    progress: shownProgress(task),
    phase: task.phase,
    message: task.message,
    round: task.round,
    attempt: task.attempt,
    revision_number: task.revision,
    revision_sha256: task.revisionSha256,
    task_source_name: task.taskSourceName,
    task_source_id: task.taskSourceId,
    task_source_group_id: task.taskSourceGroupId,
    model_name: task.modelName,
    model_used: task.modelUsed,
    estimated_cost: task.estimatedCost,
    total_cost: task.costUsd,
    degraded: task.degraded,
    degraded_reasons: task.degradedReasons,
    warnings: task.warnings,
    hold_reason: task.holdReason,
    error_code: task.errorCode,
    error_message: task.errorMessage,
    worker_id: task.workerId,
    assigned_to: task.assignedTo,
    due_at: iso(task.dueAt),
    snoozed_until: iso(task.snoozedUntil),
    snoozed_by: task.snoozedBy,
    publish_at: iso(task.publishAt),
    published_url: task.publishedUrl && absoluteUrl(task.publishedUrl),
    result_url: mainFile(result),
    thumbnail_url: thumbnailUrl(task, mainPicture(task.result)),
    created_at: task.createdAt.toISOString(),
    updated_at: task.updatedAt.toISOString(),
    queued_at: iso(task.queuedAt),
    started_at: iso(task.startedAt),
    completed_at: iso(task.finishedAt),
    published_at: iso(task.publishedAt),
    cancelled_at: iso(task.cancelledAt),
  };
}

function presentApprovals({ needed, given }: Approvals): TaskListItem["approvals"] {
  return { needed, given: given.map(({ userId, name, at }) => ({ user_id: userId, name, at: at.toISOString() })) };
}

function presentRefusal({ reason, message, whoCan }: ApprovalRefusal): TaskResponse["approval_refused"] {
  return { reason, message, who_can: whoCan };
}

function presentPhase(phase: TaskPhase, task: AddressOwner): PhaseResponse {
  return {
    name: phase.name,
    label: phase.label,
    status: phase.status,
    round: phase.round,
    model: phase.model,
    input_tokens: phase.inputTokens,
    output_tokens: phase.outputTokens,
    cost: phase.costUsd,
    seconds: phase.seconds,
    output: signReferences(phase.output, task),
    error: phase.error,
    started_at: iso(phase.startedAt),
    finished_at: iso(phase.finishedAt),
  };
}

export function presentEvent(event: TaskEvent): EventResponse {
  const { id, type, message, phase, progress, reason } = event;
  return {
    ...{ id, type, message, phase, progress, reason },
    timestamp: event.timestamp.toISOString(),
    old_status: event.fromStatus,
    new_status: event.toStatus,
    actor: event.actor,
  };
}

export function presentRevision(revision: TaskRevision): RevisionResponse {
  const { number, sha256, origin, round, note, author } = revision;
  return { number, sha256, origin, round, note, author, created_at: revision.createdAt.toISOString() };
}

export function presentRevisionDetail(
  revision: TaskRevision & RevisionContent,
  task: AddressOwner,
): RevisionDetailResponse {
  return {
    ...presentRevision(revision),
    content: revision.content && signReferences(revision.content, task),
    result: signReferences(revision.result, task),
  };
}

function presentComment(comment: TaskComment): CommentResponse {
  const { id, revision, body, anchor, author } = comment;
  const { createdAt, resolvedAt } = comment;
  return { id, revision, body, anchor, author, created_at: createdAt.toISOString(), resolved_at: iso(resolvedAt) };
}

function textOf(object: JsonObject | null, field: string): string | null {
  const value = object?.[field];
  return typeof value === "string" ? value : null;
}

function stringsOf(object: JsonObject | null, field: string): string[] {
  const value = object?.[field];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
