import type { TaskResponse } from "#lib/contract/task-response.ts";
import { singular } from "../editor/path-label.ts";
import { Button } from "../ui/button.tsx";
import { Money } from "../ui/money.tsx";
import { useContentView } from "./task-tabs.ts";

type Props = { task: Pick<TaskResponse, "round" | "feedback" | "blocks" | "phases" | "state" | "revision"> };

/** What was asked of the last round, what it was allowed to change, and what it cost. */
export function LastRound({ task }: Props) {
  const [view, setView] = useContentView();
  const { round, feedback, blocks, phases, state, revision } = task;
  if (round < 2 || !feedback) return null;
  const isUnderWay = state === "queued" || state === "generating" || state === "on_hold";
  const first = phases.find(({ status }) => status !== "reused")?.label;
  return (
    <section aria-label="The last round" className="flex flex-col gap-1 border-b border-line px-4 py-3">
      <p className="flex justify-between gap-2 text-ink-faint">
        <span>Feedback of the last round</span>
        <span>
          {isUnderWay ? "cost so far " : "cost "}
          <Money value={costOf(phases)} className="text-ink" />
        </span>
      </p>
      <p className="break-words whitespace-pre-wrap">{feedback}</p>
      <p className="text-ink-soft">
        {blocks ? `Made again: ${blocks.map(blockWords).join(", ")}, and nothing else.` : null}
        {!blocks && first ? `Made again from “${first}”.` : null}
      </p>
      {!isUnderWay && revision && revision.number > 1 && view !== "diff" ? (
        <Button size="small" className="self-start" onClick={() => setView("diff")}>
          What changed since r{revision.number - 1}
        </Button>
      ) : null}
    </section>
  );
}

/** Phases that were kept cost nothing; one of unknown price makes the sum unknown. */
function costOf(phases: Props["task"]["phases"]): number | null {
  const own = phases.filter(({ status }) => status === "done" || status === "failed");
  return own.some(({ cost }) => cost === null) ? null : own.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
}

/** "3" → "passage 4", "questions.2" → "question 3", "mark" → "the mark": people count from one. */
function blockWords(name: string): string {
  if (/^\d+$/.test(name)) return `passage ${Number(name) + 1}`;
  const [list = "", index] = name.split(".");
  return index === undefined ? `the ${name}` : `${singular(list.replaceAll("_", " "))} ${Number(index) + 1}`;
}
