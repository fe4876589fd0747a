"use client";
import clsx from "clsx";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { isSnoozed, type TaskDetail } from "#lib/queries/tasks.ts";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { useContentView } from "../task/task-tabs.ts";
import { commentKey, useCommenting } from "../task/use-commenting.ts";
import { isEdited, sayEdited } from "../task/while-edited.ts";
import { notify } from "../ui/toast.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { ReadingPane } from "./reading-pane.tsx";
import { useReplacedRevision } from "./use-replaced-revision.ts";
import { useReviewDesk } from "./use-review-desk.ts";
import { WaitingList } from "./waiting-list.tsx";

const RejectDialog = dynamic(() => import("../task/reject-dialog.tsx").then((module) => module.RejectDialog), {
  ssr: false,
});
const SendBackDialog = dynamic(() => import("../task/send-back-dialog.tsx").then((module) => module.SendBackDialog), {
  ssr: false,
});

const SnoozeDialog = dynamic(() => import("./snooze-dialog.tsx").then((module) => module.SnoozeDialog), { ssr: false });
const HeldDialog = dynamic(() => import("./held-dialog.tsx").then((module) => module.HeldDialog), { ssr: false });

type Kind = "approve" | "reject" | "regenerate" | "snooze";

const words: Record<Kind, string> = {
  approve: "Approve",
  reject: "Reject",
  regenerate: "Send back",
  snooze: "Snooze",
};

/** The desk: what waits, the content as its audience sees it, the evidence, and one key for each decision. */
export function ReviewScreen() {
  const desk = useReviewDesk();
  const task = desk.detail.data;
  const [view, setView] = useContentView();
  /** What is asked about the item that was read when its key was pressed. */
  const [asking, setAsking] = useState<{ kind: Exclude<Kind, "approve">; task: TaskDetail } | null>(null);
  /** What was begun on an item that somebody else has open, and the items where that was said and heard. */
  const [held, setHeld] = useState<Kind | null>(null);
  const [warned, setWarned] = useState<ReadonlySet<string>>(new Set());
  const { anchor, commentField, comment, clearAnchor } = useCommenting();
  const replaced = useReplacedRevision(task);
  const heardOf = useRef<string | null>(null);

  function start(kind: Kind, knowingly = false) {
    if (!task?.available_actions.includes(kind) || desk.hasJustMoved()) return;
    if (isEdited(view, task)) return sayEdited();
    if (replaced && kind !== "snooze" && heardOf.current !== task.revision_sha256) {
      heardOf.current = task.revision_sha256;
      return notify({
        text: `${replaced.author.name} made revision ${replaced.number} while you were reading`,
        detail: `D shows what changed. The same key again is about revision ${replaced.number}.`,
        family: "person",
      });
    }
    setHeld(null);
    if (desk.holder && !knowingly && !warned.has(task.task_id)) setHeld(kind);
    else if (kind === "approve") decide(task, { verb: "approve" });
    else if (kind === "snooze" && isSnoozed(task)) decide(task, { verb: "snooze", until: null });
    else setAsking({ kind, task });
  }
  function goOn(kind: Kind) {
    if (task) setWarned((before) => new Set(before).add(task.task_id));
    start(kind, true);
  }
  function decide(...decision: Parameters<typeof desk.decide>) {
    setAsking(null);
    clearAnchor();
    setView("preview");
    desk.decide(...decision);
  }
  function leave(step: () => void) {
    clearAnchor();
    if (view === "edit") setView("preview");
    step();
  }
  function edit() {
    if (task?.available_actions.includes("edit")) setView("edit");
  }
  useShortcuts("Review", [
    { keys: "j", repeats: true, label: "Next", run: () => leave(() => desk.move(1)) },
    { keys: "k", repeats: true, label: "Previous", run: () => leave(() => desk.move(-1)) },
    { keys: "a", label: "Approve", needs: "tasks:review", run: () => start("approve") },
    { keys: "g", label: "Send back with feedback", needs: "tasks:review", run: () => start("regenerate") },
    { keys: "r", label: "Reject with a reason", needs: "tasks:review", run: () => start("reject") },
    { keys: "e", label: "Edit", needs: "tasks:write", run: edit },
    { keys: "d", label: "What changed", run: () => setView(view === "diff" ? "preview" : "diff") },
    { ...commentKey, run: () => task?.available_actions.includes("comment") && comment() },
    { keys: "s", label: "Skip for now", run: () => leave(desk.skip) },
    { keys: "h", label: "Snooze, or bring back", needs: "tasks:review", run: () => start("snooze") },
    { keys: "z", label: "Take the last decision back", needs: "tasks:review", run: () => void desk.undo() },
  ]);

  return (
    <div className="flex min-h-0 flex-1 lg:h-dvh lg:flex-none">
      <WaitingList
        desk={desk}
        onChoose={(id) => leave(() => desk.choose(id))}
        className={clsx("w-full lg:w-66 lg:border-r", desk.hasChosen && "max-lg:hidden")}
      />
      <div className={clsx("flex min-w-0 flex-1 flex-col", !desk.hasChosen && "max-lg:hidden")}>
        <ReadingPane
          desk={desk}
          replaced={replaced}
          anchor={anchor}
          onAnchorUsed={clearAnchor}
          onComment={comment}
          commentField={commentField}
          onBack={() => leave(() => desk.choose(null))}
        />
        {task && desk.selected === task.task_id ? (
          <DecisionBar
            task={task}
            onDecide={start}
            onSkip={() => leave(desk.skip)}
            onSnooze={() => start("snooze")}
            onEdit={edit}
          />
        ) : null}
      </div>
      <p role="status" aria-label="On the desk" className="sr-only">
        {task && desk.selected === task.task_id ? `Now reading ${task.title}. ${desk.total} in the list.` : ""}
      </p>
      {task && held && desk.holder ? (
        <HeldDialog holder={desk.holder} action={words[held]} onGoOn={() => goOn(held)} onClose={() => setHeld(null)} />
      ) : null}
      {asking?.kind === "snooze" ? (
        <SnoozeDialog
          title={asking.task.title}
          onClose={() => setAsking(null)}
          onSnooze={(until) => decide(asking.task, { verb: "snooze", until })}
        />
      ) : null}
      {asking?.kind === "reject" ? (
        <RejectDialog
          title={asking.task.title}
          taskId={asking.task.task_id}
          onClose={() => setAsking(null)}
          onReject={(reason) => decide(asking.task, { verb: "reject", reason })}
        />
      ) : null}
      {asking?.kind === "regenerate" ? (
        <SendBackDialog
          task={asking.task}
          onClose={() => setAsking(null)}
          onSendBack={(round) => decide(asking.task, { verb: "regenerate", ...round })}
        />
      ) : null}
    </div>
  );
}
