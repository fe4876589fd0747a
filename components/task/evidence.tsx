"use client";
import { type RefObject, useMemo } from "react";
import { count, score } from "#lib/format/number.ts";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { Planning } from "../review/planning.tsx";
import { Money } from "../ui/money.tsx";
import { Time } from "../ui/time.tsx";
import { absentComments } from "./absent-comments.ts";
import type { CommentAnchor } from "./comment-anchor.ts";
import { Comments } from "./comments.tsx";
import { EventList } from "./event-list.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { FactList } from "./fact-list.tsx";
import { LastRound } from "./last-round.tsx";
import { PhaseTimeline } from "./phase-timeline.tsx";
import { QualityChecks, readChecks } from "./quality-checks.tsx";
import { RevisionList } from "./revision-list.tsx";
import { SourceList } from "./source-list.tsx";
import { useContentView } from "./task-tabs.ts";
import { Warnings } from "./warnings.tsx";

type Props = {
  task: TaskDetail;
  anchor?: CommentAnchor | null;
  onAnchorUsed?: () => void;
  commentField?: RefObject<HTMLTextAreaElement | null>;
  /** The task's own page shows the phases above the content. */
  withPhases?: boolean;
};

/** Everything that a decision can rest on, beside the content. */
export function Evidence({ task, anchor, onAnchorUsed, commentField, withPhases = true }: Props) {
  const [view] = useContentView();
  const checks = readChecks(task.result);
  const absent = useMemo(() => absentComments(task), [task]);
  const passed = checks.filter((check) => check.passed).length;
  return (
    <div>
      <LastRound task={task} />
      {/* Where the evidence stands below, they are told above the preview. */}
      <div className={task.result && view === "preview" ? "max-xl:hidden" : undefined}>
        <Warnings task={task} />
      </div>
      {task.notes_for_reviewer ? (
        <EvidenceSection id="notes" title="Notes from the producer">
          <p className="break-words whitespace-pre-wrap">{task.notes_for_reviewer}</p>
        </EvidenceSection>
      ) : null}
      <EvidenceSection
        id="planning"
        title="Who and when"
        openAtFirst={false}
        aside={task.due_at ? <Time at={task.due_at} /> : null}
      >
        <Planning task={task} />
      </EvidenceSection>
      {checks.length > 0 ? (
        <EvidenceSection
          id="quality"
          title={task.quality_score === null ? "Quality" : `Quality ${score(task.quality_score)}`}
          aside={`${passed} of ${checks.length} passed`}
        >
          <QualityChecks checks={checks} />
        </EvidenceSection>
      ) : null}
      {hasSources(task) ? (
        <EvidenceSection id="sources" title="Sources" openAtFirst={false} aside={sourceCount(task)}>
          <SourceList task={task} />
        </EvidenceSection>
      ) : null}
      <EvidenceSection id="comments" title="Comments" aside={openComments(task) || null}>
        <Comments
          taskId={task.task_id}
          comments={task.comments}
          canComment={task.available_actions.includes("comment")}
          absent={absent}
          anchor={anchor}
          onAnchorUsed={onAnchorUsed}
          field={commentField}
        />
      </EvidenceSection>
      <EvidenceSection
        id="revisions"
        title="Revisions"
        aside={task.revision ? `r${task.revision.number}` : null}
        openAtFirst={false}
      >
        <RevisionList
          taskId={task.task_id}
          approvedSha256={task.approved_sha256}
          canEdit={task.available_actions.includes("edit")}
        />
      </EvidenceSection>
      {withPhases ? (
        <EvidenceSection
          id="phases"
          title="Phases, model, cost"
          aside={<Money value={task.total_cost} />}
          openAtFirst={false}
        >
          <PhaseTimeline task={task} />
        </EvidenceSection>
      ) : null}
      <EvidenceSection id="facts" title="Facts" aside={`no. ${count(task.number)}`} openAtFirst={!withPhases}>
        <FactList task={task} />
      </EvidenceSection>
      <EvidenceSection id="history" title="History" openAtFirst={false}>
        <EventList events={task.events} />
      </EvidenceSection>
    </div>
  );
}

function openComments(task: TaskDetail): number {
  return task.comments.filter((comment) => comment.resolved_at === null).length;
}

function hasSources(task: TaskDetail): boolean {
  return citationsIn(task) > 0 || task.reference_urls.length > 0 || Boolean(task.source_material);
}

function sourceCount(task: TaskDetail): string | null {
  const cited = citationsIn(task);
  return cited > 0 ? `${cited} cited` : "given";
}

function citationsIn({ result }: TaskDetail): number {
  return Array.isArray(result?.citations) ? result.citations.length : 0;
}
