"use client";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { count, plural } from "#lib/format/number.ts";
import { duration } from "#lib/format/time.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { ErrorLine } from "../ui/error-state.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { useNow } from "../ui/time.tsx";
import { groupsOfSent, type ImportJob } from "./import-job.ts";
import type { Import } from "./use-import.ts";

type Props = { work: Import; job: ImportJob; faulty: number };

/** At the foot: how many can go, how far it is, and where they are when all have gone. */
export function SendBar({ work, job, faulty }: Props) {
  const sent = job.rows.filter((row) => row.sent).length;
  const ready = job.rows.length - sent - faulty;
  const made = whereTheyAre(groupsOfSent(job));
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-raised px-6 py-2 max-sm:sticky max-sm:bottom-14 max-sm:px-4">
      {work.error ? (
        <div className="basis-full">
          <ErrorLine error={work.error} />
        </div>
      ) : null}
      <p role="status" className="tabular mr-auto flex flex-wrap gap-x-3">
        {sent > 0 ? (
          <span className="flex items-center gap-1.5">
            <FamilyMark family="good" />
            {plural(sent, "task")} made
          </span>
        ) : null}
        {ready > 0 ? <span>{count(ready)} ready</span> : null}
        {faulty > 0 ? <span className="text-bad">{count(faulty)} with faults stay here</span> : null}
      </p>
      {job.sending ? (
        <Sending work={work} sent={sent} of={sent + ready} />
      ) : (
        <>
          {sent > 0 ? (
            <Link href={made.href} className={buttonClass(ready > 0 ? "secondary" : "primary")}>
              {made.words}
            </Link>
          ) : null}
          {ready > 0 ? (
            <Button look="primary" onClick={work.send}>
              {sent > 0 ? `Send the other ${count(ready)}` : `Create ${plural(ready, "task")}`}
            </Button>
          ) : null}
        </>
      )}
    </div>
  );
}

function Sending({ work, sent, of }: { work: Import; sent: number; of: number }) {
  const now = useNow(1);
  const started = useRef({ at: Date.now(), sent });
  useEffect(() => {
    started.current = { at: Date.now(), sent: started.current.sent };
  }, []);
  const done = sent - started.current.sent;
  const left = done > 0 ? ((of - sent) * Math.max(1, now - started.current.at)) / done / 1000 : null;
  return (
    <>
      <ProgressBar value={of === 0 ? 0 : (sent / of) * 100} label="Rows sent" className="w-48" />
      <span className="tabular text-ink-soft">
        {count(sent)} of {count(of)}
        {work.waits > 0 ? `, goes on in ${work.waits} s` : left !== null ? `, ${duration(left)} left` : ""}
      </span>
      <Button onClick={work.stop}>Pause</Button>
    </>
  );
}

function whereTheyAre(groups: readonly string[]): { href: string; words: string } {
  const [group, ...others] = groups;
  if (group === undefined) return { href: "/queue", words: "Open the queue" };
  if (others.length > 0) return { href: "/groups", words: "Open the groups" };
  return { href: `/groups/${encodeURIComponent(group)}`, words: "Open the group" };
}
