import clsx from "clsx";
import type { ReactNode } from "react";

/** One area of a screen: a hairline, a small heading, its content. */
export function Panel(props: { title: string; aside?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section aria-label={props.title} className={clsx("rounded-lg border border-line bg-surface", props.className)}>
      <header className="flex min-h-11 items-center justify-between gap-4 border-b border-line px-4">
        <h2>{props.title}</h2>
        {props.aside ? <div className="text-ink-soft">{props.aside}</div> : null}
      </header>
      {props.children}
    </section>
  );
}
