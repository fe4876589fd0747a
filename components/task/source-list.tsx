import type { TaskResponse } from "#lib/contract/task-response.ts";

/** What the content may rest on: what it cites, and what it was given. */
export function SourceList({ task }: { task: TaskResponse }) {
  const cited = Array.isArray(task.result?.citations) ? task.result.citations : [];
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-2">
        {cited.map((entry, index) => {
          const citation = typeof entry === "object" && entry !== null && !Array.isArray(entry) ? entry : {};
          const url = typeof citation.url === "string" && /^https?:\/\//.test(citation.url) ? citation.url : null;
          return (
            <li key={String(citation.number ?? index)} className="flex gap-2">
              <span className="tabular text-ink-faint">[{String(citation.number ?? index + 1)}]</span>
              <span className="min-w-0 break-words">
                {url ? (
                  <a
                    href={url}
                    target="_blank"
                    rel="noreferrer nofollow"
                    className="text-accent underline underline-offset-2"
                  >
                    {String(citation.title ?? url)}
                  </a>
                ) : (
                  String(citation.title ?? "")
                )}
                {typeof citation.quote === "string" ? (
                  <span className="block text-ink-soft">“{citation.quote}”</span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ol>
      {task.reference_urls.length > 0 ? (
        <ul aria-label="Given addresses" className="flex flex-col gap-1 text-ink-soft">
          {task.reference_urls.map((url) => (
            <li key={url} className="break-all">
              {url}
            </li>
          ))}
        </ul>
      ) : null}
      {task.source_material ? (
        <details>
          <summary className="text-accent">
            Given material, {task.source_material.length.toLocaleString("en-US")} characters
          </summary>
          <p className="mt-2 max-h-80 overflow-auto font-serif text-body break-words whitespace-pre-wrap">
            {task.source_material}
          </p>
        </details>
      ) : (
        <p className="text-ink-faint">No source material was given.</p>
      )}
    </div>
  );
}
