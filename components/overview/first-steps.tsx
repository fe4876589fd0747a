"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { CreateLink } from "../queue/create-link.tsx";
import { useCan } from "../shell/session-context.tsx";

/** What a hub without tasks shows: the way that a task takes, and where it begins. */
export function FirstSteps() {
  const mayMake = useCan("tasks:write");
  return (
    <div className="mx-auto flex w-full max-w-225 animate-appear flex-col gap-8 px-6 py-12 max-sm:px-4 max-sm:py-8">
      <div>
        <h2 className="text-title">From a request to something published</h2>
        <p className="mt-1 text-ink-soft">There are no tasks yet. Each one takes this way.</p>
      </div>
      <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-3">
        <Step number={1} title="Somebody asks for it">
          An article, a quiz, a report, a video and more: by hand, as rows of a table, or from a program with{" "}
          <TextLink href="/docs">the API</TextLink>.
        </Step>
        <Step number={2} title="The worker makes it">
          Phase by phase, with what each costs. Sources, checks and quality are kept beside the result.
        </Step>
        <Step number={3} title="A person answers for it">
          It waits in <TextLink href="/review">Review</TextLink> to be approved, sent back with feedback, or rejected.
          What is approved can be published.
        </Step>
      </ol>
      {mayMake ? (
        <div className="flex">
          <CreateLink />
        </div>
      ) : (
        <p className="text-ink-soft">Your role reads. A creator makes the first task.</p>
      )}
    </div>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="flex flex-col gap-1 border-t border-line-strong pt-3">
      <span className="tabular text-ink-faint">{number}</span>
      <h3 className="text-body font-strong">{title}</h3>
      <p className="text-ink-soft text-pretty">{children}</p>
    </li>
  );
}

function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-ink underline decoration-line-strong underline-offset-2 hover:text-accent">
      {children}
    </Link>
  );
}
