import type { Citation } from "#task-types/quality/finding.ts";

/** The numbered sources that the text's [1], [2] … lead to. */
export function SourceNotes({ citations, label }: { citations: readonly Citation[]; label: string }) {
  if (citations.length === 0) return null;
  return (
    <section aria-label={label} className="mt-12 border-t border-line pt-4 font-sans text-body">
      <h3 className="mb-2">Sources</h3>
      <ol className="flex flex-col gap-2">
        {citations.map((citation) => (
          <li key={citation.number} id={`source-${citation.number}`} className="flex gap-3">
            <span className="tabular w-6 shrink-0 text-ink-faint">[{citation.number}]</span>
            <span className="min-w-0">
              {citation.url && /^https?:\/\//.test(citation.url) ? (
                <a
                  href={citation.url}
                  target="_blank"
                  rel="noreferrer nofollow"
                  className="text-accent underline underline-offset-2"
                >
                  {citation.title}
                </a>
              ) : (
                citation.title
              )}
              {citation.quote ? <span className="block text-ink-soft">“{citation.quote}”</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
