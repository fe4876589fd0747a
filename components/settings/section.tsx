import { type ReactNode, useId } from "react";

/** One subject of a settings page: what it is, what it does, its controls. */
export function Section({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 id={id} className="text-body">
          {title}
        </h2>
        {text ? <p className="text-ink-soft text-pretty">{text}</p> : null}
      </div>
      {children}
    </section>
  );
}
