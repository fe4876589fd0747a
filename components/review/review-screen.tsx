"use client";
import clsx from "clsx";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useShortcuts } from "../shell/shortcuts.tsx";
import { useContentView } from "../task/task-tabs.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { ReadingPane } from "./reading-pane.tsx";
import { useReviewDesk } from "./use-review-desk.ts";
import { WaitingList } from "./waiting-list.tsx";

const RejectDialog = dynamic(() => import("../task/reject-dialog.tsx").then((module) => module.RejectDialog), {
  ssr: false,
});
const SendBackDialog = dynamic(() => import("../task/send-back-dialog.tsx").then((module) => module.SendBackDialog), {
  ssr: false,
});

type Kind = "approve" | "reject" | "regenerate";

/** The desk: what waits, the content as its audience sees it, the evidence, and one key for each decision. */
export function ReviewScreen() {
  const desk = useReviewDesk();
  const task = desk.detail.data;
  const [view, setView] = useContentView();
  const [asking, setAsking] = useState<Exclude<Kind, "approve"> | null>(null);
  const [quote, setQuote] = useState<string | null>(null);
  const commentField = useRef<HTMLTextAreaElement>(null);

  function start(kind: Kind) {
    if (!task?.available_actions.includes(kind)) return;
    if (kind === "approve") decide({ verb: "approve" });
    else setAsking(kind);
  }
  function decide(decision: Parameters<typeof desk.decide>[0]) {
    setAsking(null);
    setQuote(null);
    setView("preview");
    desk.decide(decision);
  }
  function comment() {
    const selection = window.getSelection()?.toString().trim();
    setQuote(selection ? selection.slice(0, 500) : null);
    commentField.current?.closest("details")?.setAttribute("open", "");
    requestAnimationFrame(() => commentField.current?.focus());
  }
  function leave(step: () => void) {
    setQuote(null);
    if (view === "edit") setView("preview");
    step();
  }
  useShortcuts("Review", [
    { keys: "j", label: "Next", run: () => leave(() => desk.move(1)) },
    { keys: "k", label: "Previous", run: () => leave(() => desk.move(-1)) },
    { keys: "a", label: "Approve", run: () => start("approve") },
    { keys: "g", label: "Send back with feedback", run: () => start("regenerate") },
    { keys: "r", label: "Reject with a reason", run: () => start("reject") },
    { keys: "e", label: "Edit", run: () => setView("edit") },
    { keys: "d", label: "What changed", run: () => setView(view === "diff" ? "preview" : "diff") },
    { keys: "c", label: "Comment on the selection", run: comment },
    { keys: "s", label: "Skip for now", run: () => leave(desk.skip) },
    { keys: "z", label: "Take the last decision back", run: () => void desk.undo() },
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
          quote={quote}
          onQuoteUsed={() => setQuote(null)}
          commentField={commentField}
          onBack={() => leave(() => desk.choose(null))}
        />
        {task && desk.selected === task.task_id ? (
          <DecisionBar task={task} onDecide={start} onSkip={() => leave(desk.skip)} onEdit={() => setView("edit")} />
        ) : null}
      </div>
      {task && asking === "reject" ? (
        <RejectDialog
          title={task.title}
          onClose={() => setAsking(null)}
          onReject={(reason) => decide({ verb: "reject", reason })}
        />
      ) : null}
      {task && asking === "regenerate" ? (
        <SendBackDialog
          task={task}
          onClose={() => setAsking(null)}
          onSendBack={(feedback, from_phase) => decide({ verb: "regenerate", feedback, from_phase })}
        />
      ) : null}
    </div>
  );
}
