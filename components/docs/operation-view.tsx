import { Fragment, type ReactNode } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { type ApiDocument, type Media, type NamedOperation, type Parameter, refName } from "./api-document.ts";
import { curlOf } from "./curl-of.ts";
import { RichText } from "./rich-text.tsx";
import { SchemaView, TypeLine } from "./schema-view.tsx";

/** One operation: what it does, what it takes, what it answers. */
export function OperationView({ operation, document }: { operation: NamedOperation; document: ApiDocument }) {
  const { operationId, method, path, summary, description, requestBody } = operation;
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter, document));
  return (
    <article aria-labelledby={operationId} className="border-t border-line py-8">
      <h2 id={operationId} className="scroll-mt-4 text-body font-strong">
        <a href={`#${operationId}`} className="hover:underline">
          {summary}
        </a>
      </h2>
      <p className="mt-1 font-mono text-ui break-all">
        <span className="font-strong">{method}</span> {path}
      </p>
      {description ? <RichText text={description} /> : null}
      {parameters.length > 0 ? <Parameters parameters={parameters} /> : null}
      {requestBody
        ? Object.entries(requestBody.content).map(([type, media]) => (
            <Section key={type} title={`Body, ${type}${requestBody.required ? "" : ", may be left out"}`}>
              <MediaView media={media} name="Request" />
            </Section>
          ))
        : null}
      <Section title="Try it">
        <CodeBlock
          text={curlOf(operation, document.servers[0]?.url ?? "")}
          copyLabel={`Copy the command: ${summary}`}
        />
      </Section>
      <Section title="Answers">
        <Answers operation={operation} />
      </Section>
    </article>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-4">
      <h3 className="mb-1 text-small font-strong text-ink-faint">{title}</h3>
      {children}
    </section>
  );
}

function Parameters({ parameters }: { parameters: Parameter[] }) {
  return (
    <Section title="Parameters">
      <dl className="divide-y divide-line">
        {parameters.map(({ name, in: place, required, schema, description }) => (
          <div key={`${place} ${name}`} className="grid gap-x-4 py-1.5 sm:grid-cols-[14rem_minmax(0,1fr)]">
            <dt className="font-mono text-small break-words">
              {name}
              <span className="text-ink-faint">
                {" "}
                {place}
                {required ? ", required" : ""}
              </span>
            </dt>
            <dd className="min-w-0">
              {schema ? <TypeLine schema={schema} /> : null}
              {description ? <p className="text-ink-soft">{description}</p> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Answers({ operation: { operationId, responses } }: { operation: NamedOperation }) {
  const all = Object.entries(responses);
  const successes = all.filter(([status]) => status < "400");
  const failures = all.filter(([status]) => status >= "400");
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {successes.map(([status, { description, content = {}, headers = {} }]) => (
          <li key={status}>
            <details className="py-1">
              <summary className="cursor-pointer py-1 text-ui">
                <span className="font-mono text-small">{status}</span> {description}
              </summary>
              <div className="pt-1 pb-3 pl-4">
                {Object.entries(content).map(([type, media]) => (
                  <div key={type}>
                    <p className="text-small text-ink-faint">{type}</p>
                    <MediaView media={media} name={`${operationId} ${status}`} />
                  </div>
                ))}
                <p className="mt-2 text-small text-ink-faint">
                  Headers: <span className="font-mono">{Object.keys(headers).join(", ")}</span>
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
      <dl className="mt-2 grid grid-cols-[3rem_minmax(0,1fr)] gap-y-1 font-mono text-small text-ink-soft">
        {failures.map(([status, { description }]) => (
          <Fragment key={status}>
            <dt>{status}</dt>
            <dd className="break-words">{description}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

function MediaView({ media: { schema, examples = {} }, name }: { media: Media; name: string }) {
  return (
    <>
      {schema ? <TypeLine schema={schema} /> : null}
      {schema ? <SchemaView schema={schema} /> : null}
      {Object.entries(examples).map(([key, { summary, value }]) => (
        <figure key={key} className="mt-2">
          <figcaption className="mb-1 text-small text-ink-faint">{summary ?? key}</figcaption>
          <CodeBlock text={JSON.stringify(value, null, 2)} copyLabel={`Copy the example ${name}: ${summary ?? key}`} />
        </figure>
      ))}
    </>
  );
}

function resolve(parameter: Parameter, document: ApiDocument): Parameter {
  return (parameter.$ref && document.components.parameters?.[refName(parameter.$ref)]) || parameter;
}
