"use client";
import clsx from "clsx";
import { useState } from "react";
import type { PhaseResponse, TaskResponse } from "#lib/contract/task-response.ts";
import type { StatusFamily } from "#lib/format/status.ts";
import { clock, duration } from "#lib/format/time.ts";
import { Money } from "../ui/money.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { useNow } from "../ui/time.tsx";
import { JsonView } from "./json-view.tsx";

const families: Record<PhaseResponse["status"], StatusFamily> = {
  waiting: "waiting",
  running: "working",
  done: "good",
  failed: "bad",
  reused: "good",
};
const fills: Record<PhaseResponse["status"], string> = {
  waiting: "bg-line",
  running: "bg-work",
  done: "bg-ink-faint",
  failed: "bg-bad",
  reused: "bg-line-strong/50",
};

type TimedTask = Pick<TaskResponse, "phases" | "progress" | "state" | "phase">;

/**
 * The stream names the running phase before its outputs are fetched; those before it are done. One that was fetched as
 * done stays so: until the next begins, the stream goes on naming it.
 */
function presentPhases({ phases, state, phase: running }: TimedTask): PhaseResponse[] {
  const at = phases.findIndex((phase) => phase.name === running);
  if (state !== "generating" || at < 0) return phases;
  return phases.map((phase, index) => {
    const begun = phase.status === "done" ? "done" : "running";
    const present = index < at ? "done" : index === at ? begun : "waiting";
    return phase.status === "reused" || phase.status === "failed" ? phase : { ...phase, status: present };
  });
}

/** The phases as one bar in proportion to their time; a phase opens on what it made. */
export function PhaseTimeline({ task: given }: { task: TimedTask }) {
  const task = { ...given, phases: presentPhases(given) };
  const [open, setOpen] = useState<string | null>(null);
  const now = useNow(1);
  const seconds = task.phases.map((phase) => elapsed(phase, now));
  const total = seconds.reduce((sum, value) => sum + value, 0);
  const shown = task.phases.find((phase) => phase.name === open);
  return (
    <div>
      {task.state === "generating" || total === 0 ? (
        <PhaseProgress task={task} />
      ) : (
        <div data-bar aria-hidden="true" className="flex h-2 gap-0.5 overflow-hidden rounded-full">
          {task.phases.map((phase, index) => (
            <div
              key={phase.name}
              className={clsx("min-w-3", fills[phase.status])}
              style={{ flexGrow: Math.max((seconds[index] ?? 0) / total, 0.02) }}
            />
          ))}
        </div>
      )}
      <ul className="mt-2 flex flex-wrap gap-1" aria-label="Phases">
        {task.phases.map((phase, index) => (
          <li key={phase.name}>
            <button
              type="button"
              aria-expanded={open === phase.name}
              onClick={() => setOpen(open === phase.name ? null : phase.name)}
              className="flex min-h-8 items-center gap-2 rounded-md px-2 text-left hover:bg-hover aria-expanded:bg-hover"
            >
              <FamilyMark family={families[phase.status]} />
              <span title={phase.name}>{phase.label}</span> <span className="sr-only">{phase.status}</span>
              <span className="tabular text-ink-faint" suppressHydrationWarning>
                {phaseTime(phase, seconds[index] ?? 0)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown ? <PhaseOutput phase={shown} /> : null}
    </div>
  );
}

/** While it runs nobody knows how long the rest will take: one equal part for each phase, filled as far as it is. */
function PhaseProgress({ task }: { task: Pick<TaskResponse, "phases" | "progress"> }) {
  const share = 100 / Math.max(1, task.phases.length);
  return (
    <div
      role="progressbar"
      aria-label="Progress"
      aria-valuenow={Math.round(task.progress)}
      aria-valuemin={0}
      aria-valuemax={100}
      className="flex h-2 gap-0.5 overflow-hidden rounded-full"
    >
      {task.phases.map((phase, index) => {
        const inner = phase.status === "running" ? Math.max(4, ((task.progress - index * share) / share) * 100) : 100;
        return (
          <div key={phase.name} className="flex-1 bg-line">
            <div
              className={clsx("h-full transition-[width] duration-300", fills[phase.status])}
              style={{ width: `${Math.min(100, inner)}%` }}
            />
          </div>
        );
      })}
    </div>
  );
}

function elapsed(phase: PhaseResponse, now: number): number {
  if (phase.seconds !== null) return phase.seconds;
  return phase.status === "running" && phase.started_at ? Math.max(0, (now - Date.parse(phase.started_at)) / 1000) : 0;
}

function phaseTime(phase: PhaseResponse, seconds: number): string {
  if (phase.status === "running") return clock(seconds);
  if (phase.status === "reused") return "reused";
  return phase.seconds === null ? "" : duration(phase.seconds);
}

function PhaseOutput({ phase }: { phase: PhaseResponse }) {
  return (
    <section
      aria-label={`Phase ${phase.label}`}
      className="mt-2 flex animate-appear flex-col gap-3 border-t border-line pt-3"
    >
      <dl className="flex flex-wrap gap-x-8 gap-y-1">
        <Fact name="Name">
          <code className="font-mono text-small">{phase.name}</code>
        </Fact>
        <Fact name="Model">{phase.model ?? "none: it only computes"}</Fact>
        <Fact name="Tokens">{`${phase.input_tokens} in, ${phase.output_tokens} out`}</Fact>
        <Fact name="Cost">{phase.status === "waiting" ? "–" : <Money value={phase.cost} />}</Fact>
        <Fact name="Round">{phase.round}</Fact>
      </dl>
      {phase.error ? <p className="text-bad">{phase.error}</p> : null}
      {phase.output === null ? (
        <p className="text-ink-faint">No output yet.</p>
      ) : (
        <JsonView value={phase.output} label={`Copy the output of ${phase.label}`} />
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="text-ink-faint">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
