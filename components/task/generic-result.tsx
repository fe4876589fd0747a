import type { Json } from "#lib/contract/json.ts";
import type { ResultViewProps } from "#task-types/views.ts";
import { JsonView } from "./json-view.tsx";

/** Any result: its text as it is, then its fields. */
export function GenericResult({ title, content, result }: ResultViewProps) {
  const fields = Object.entries(result).filter(([, value]) => !isEmpty(value));
  return (
    <article className="mx-auto max-w-[68ch]">
      <h2 className="mb-6 font-serif text-display">{title}</h2>
      {content ? (
        <div className="prose whitespace-pre-wrap" data-reading>
          {content}
        </div>
      ) : null}
      <dl className="mt-8 divide-y divide-line border-t border-line">
        {fields.map(([name, value]) => (
          <div key={name} className="grid gap-x-4 py-3 sm:grid-cols-[160px_1fr]">
            <dt className="text-ink-faint">{name.replaceAll("_", " ")}</dt>
            <dd className="min-w-0 text-body break-words">
              {typeof value === "object" ? <JsonView value={value} /> : String(value)}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function isEmpty(value: Json): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
