import clsx from "clsx";
import type { ReactNode } from "react";

/** One part of a result, under its own small heading. */
export function Section(props: { title: string; aside?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section aria-label={props.title} className={clsx("mt-10 font-sans", props.className)}>
      <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-title">{props.title}</h3>
        {props.aside ? <div className="tabular text-ink-faint">{props.aside}</div> : null}
      </header>
      {props.children}
    </section>
  );
}
