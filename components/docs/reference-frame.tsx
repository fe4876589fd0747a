import type { ReactNode } from "react";
import { type ApiDocument, chaptersOf } from "./api-document.ts";

/** The contents beside what is read. It needs no script and no network. */
export function ReferenceFrame({
  document,
  here,
  children,
}: {
  document: ApiDocument;
  /** The slug of the open chapter. */
  here: string | null;
  children: ReactNode;
}) {
  return (
    <div className="mx-auto max-w-[84rem] px-4 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-10">
      <nav
        aria-label="Contents"
        className="py-8 max-lg:border-b max-lg:border-line max-lg:py-4 lg:sticky lg:top-0 lg:max-h-dvh lg:overflow-y-auto"
      >
        <a href="/" className="text-accent hover:underline">
          Oversight Hub
        </a>
        <ul className="mt-4 space-y-1 max-lg:flex max-lg:flex-wrap max-lg:gap-x-5">
          <li>
            <Chapter href="/docs" name="Overview" current={here === null} />
          </li>
          {chaptersOf(document).map(({ name, slug, operations }) => (
            <li key={slug}>
              <Chapter href={`/docs/${slug}`} name={name} current={here === slug} />
              {here === slug ? (
                <ul className="mb-2 border-l border-line pl-3 max-lg:hidden">
                  {operations.map(({ operationId, summary }) => (
                    <li key={operationId}>
                      <a href={`#${operationId}`} className="block py-0.5 text-ink-soft hover:text-ink">
                        {summary}
                      </a>
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
          <li>
            <Chapter href="/docs/schemas" name="Schemas" current={here === "schemas"} />
          </li>
        </ul>
      </nav>
      <main className="min-w-0 py-8">{children}</main>
    </div>
  );
}

function Chapter({ href, name, current }: { href: string; name: string; current: boolean }) {
  return (
    <a
      href={href}
      aria-current={current ? "page" : undefined}
      className="block py-0.5 text-ink-soft hover:text-ink aria-[current=page]:font-strong aria-[current=page]:text-ink"
    >
      {name}
    </a>
  );
}
