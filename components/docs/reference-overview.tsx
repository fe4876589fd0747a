import { type ApiDocument, chaptersOf } from "./api-document.ts";
import { ReferenceFrame } from "./reference-frame.tsx";
import { RichText } from "./rich-text.tsx";

/** How to call the API, and every operation by name. */
export function ReferenceOverview({ document }: { document: ApiDocument }) {
  return (
    <ReferenceFrame document={document} here={null}>
      <h1 className="text-display font-strong">API reference</h1>
      <RichText text={document.info.description} />
      <RichText
        text={
          "Send a key as `X-API-Key: oh_…`; admins make keys in Settings. A token of `POST /api/token` goes as " +
          "`Authorization: Bearer …`. Every failure has one shape, with a code, the field it is about, and a request id " +
          "to quote. A POST with an `Idempotency-Key` has its effect once, however often it is sent."
        }
      />
      <p className="mt-2 text-ink-soft">
        The same as an{" "}
        <a href="/api/openapi.json" className="text-accent underline underline-offset-2">
          OpenAPI 3.1 document
        </a>
        , for generators and other readers.
      </p>
      {chaptersOf(document).map(({ name, slug, description, operations }) => (
        <section key={slug} aria-labelledby={slug} className="mt-8">
          <h2 id={slug} className="text-title font-strong">
            <a href={`/docs/${slug}`} className="hover:underline">
              {name}
            </a>
          </h2>
          <p className="text-ink-soft">{description}</p>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {operations.map(({ operationId, method, path, summary }) => (
              <li key={operationId}>
                <a
                  href={`/docs/${slug}#${operationId}`}
                  className="grid items-baseline gap-x-4 py-1.5 hover:bg-hover sm:grid-cols-[4rem_minmax(0,24rem)_minmax(0,1fr)]"
                >
                  <span className="font-mono text-small text-ink-faint">{method}</span>
                  <span className="font-mono text-small break-all">{path}</span>
                  <span className="text-ink-soft">{summary}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ReferenceFrame>
  );
}
