import type { ApiDocument, chaptersOf } from "./api-document.ts";
import { OperationView } from "./operation-view.tsx";
import { ReferenceFrame } from "./reference-frame.tsx";
import { SchemaView, TypeLine } from "./schema-view.tsx";

/** The operations of one chapter. */
export function ReferenceChapter({
  document,
  chapter,
}: {
  document: ApiDocument;
  chapter: ReturnType<typeof chaptersOf>[number];
}) {
  return (
    <ReferenceFrame document={document} here={chapter.slug}>
      <h1 className="text-display font-strong">{chapter.name}</h1>
      <p className="mt-1 mb-6 text-ink-soft">{chapter.description}</p>
      {chapter.operations.map((operation) => (
        <OperationView key={operation.operationId} operation={operation} document={document} />
      ))}
    </ReferenceFrame>
  );
}

/** Every schema that has a name. */
export function ReferenceSchemas({ document }: { document: ApiDocument }) {
  const schemas = Object.entries(document.components.schemas).filter(([name]) => !name.startsWith("__schema"));
  return (
    <ReferenceFrame document={document} here="schemas">
      <h1 className="mb-6 text-display font-strong">Schemas</h1>
      {schemas.map(([name, schema]) => (
        <article key={name} aria-labelledby={`schema-${name}`} className="border-t border-line py-6">
          <h2 id={`schema-${name}`} className="scroll-mt-4 font-mono text-ui font-strong">
            {name}
          </h2>
          {schema.description ? <p className="text-ink-soft">{schema.description}</p> : null}
          {schema.properties ? null : <TypeLine schema={schema} />}
          <SchemaView schema={schema} />
        </article>
      ))}
    </ReferenceFrame>
  );
}
