import { type ApiDocument, chaptersOf } from "./api-document.ts";
import { OperationView } from "./operation-view.tsx";
import { RichText } from "./rich-text.tsx";
import { SchemaView, TypeLine } from "./schema-view.tsx";

/** The whole API on one page, so that the browser's own search finds everything. It needs no script and no network. */
export function ApiReference({ document }: { document: ApiDocument }) {
  const chapters = chaptersOf(document);
  const schemas = Object.entries(document.components.schemas).filter(([name]) => !name.startsWith("__schema"));
  return (
    <div className="mx-auto max-w-[84rem] px-4 lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-10">
      <nav aria-label="Operations" className="py-8 lg:sticky lg:top-0 lg:max-h-dvh lg:overflow-y-auto">
        <a href="/" className="text-ui text-accent hover:underline">
          Oversight Hub
        </a>
        {chapters.map(({ name, operations }) => (
          <details key={name} className="mt-3" open>
            <summary className="cursor-pointer py-1 text-ui font-strong">{name}</summary>
            <ul>
              {operations.map(({ operationId, summary, method }) => (
                <li key={operationId}>
                  <a href={`#${operationId}`} className="flex gap-2 rounded-sm py-0.5 text-ink-soft hover:text-ink">
                    <span className="w-12 shrink-0 font-mono text-small leading-5 text-ink-faint">{method}</span>
                    <span>{summary}</span>
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
        <a href="#schemas" className="mt-3 block py-1 text-ui font-strong hover:underline">
          Schemas
        </a>
      </nav>
      <main className="min-w-0 py-8">
        <h1 className="text-display font-strong">API reference</h1>
        <RichText text={document.info.description} />
        <Credentials />
        {chapters.map(({ name, description, operations }) => (
          <section key={name} aria-labelledby={`chapter-${name}`} className="mt-12">
            <h2 id={`chapter-${name}`} className="scroll-mt-4 text-title font-strong">
              {name}
            </h2>
            <p className="mt-1 mb-6 text-ink-soft">{description}</p>
            {operations.map((operation) => (
              <OperationView key={operation.operationId} operation={operation} document={document} />
            ))}
          </section>
        ))}
        <section aria-labelledby="schemas" className="mt-12">
          <h2 id="schemas" className="scroll-mt-4 text-title font-strong">
            Schemas
          </h2>
          {schemas.map(([name, schema]) => (
            <article key={name} aria-labelledby={`schema-${name}`} className="border-t border-line py-6">
              <h3 id={`schema-${name}`} className="scroll-mt-4 font-mono text-ui font-strong">
                {name}
              </h3>
              {schema.description ? <p className="text-ink-soft">{schema.description}</p> : null}
              {schema.properties ? null : <TypeLine schema={schema} />}
              <SchemaView schema={schema} />
            </article>
          ))}
        </section>
      </main>
    </div>
  );
}

function Credentials() {
  return (
    <>
      <p className="mt-2 max-w-[72ch] text-ink-soft">
        Send a key as <code className="font-mono text-small">X-API-Key: oh_…</code>; admins make keys in Settings. A
        token of{" "}
        <a href="#postToken" className="text-accent hover:underline">
          POST /api/token
        </a>{" "}
        goes as <code className="font-mono text-small">Authorization: Bearer …</code>. Every failure has the shape{" "}
        <a href="#schema-Error" className="text-accent hover:underline">
          Error
        </a>
        , with a request id to quote.
      </p>
      <p className="mt-2 max-w-[72ch] text-ink-soft">
        The same as an{" "}
        <a href="/api/openapi.json" className="text-accent hover:underline">
          OpenAPI 3.1 document
        </a>
        , for generators and other readers.
      </p>
    </>
  );
}
