import type { ReactNode } from "react";
import { refName, type Schema } from "./api-document.ts";

/** Deeper than this a schema is only named. */
const maxDepth = 5;

/** A schema: its type in a line, and below it the fields that it has. */
export function SchemaView({ schema, depth = 0 }: { schema: Schema; depth?: number }): ReactNode {
  const choices = choicesOf(schema);
  if (depth > maxDepth) return null;
  if (choices.length > 1 && choices.some(isStructured)) {
    return (
      <ul className="space-y-2">
        {choices.map((choice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no names and do not move
          <li key={index} className="border-l border-line pl-3">
            <p className="text-small text-ink-faint">{index === 0 ? "Either" : "or"}</p>
            <TypeLine schema={choice} />
            <SchemaView schema={choice} depth={depth + 1} />
          </li>
        ))}
      </ul>
    );
  }
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length > 0) return <Fields fields={fields} required={schema.required ?? []} depth={depth} />;
  if (schema.items && isStructured(schema.items)) return <SchemaView schema={schema.items} depth={depth + 1} />;
  return null;
}

function Fields({ fields, required, depth }: { fields: [string, Schema][]; required: string[]; depth: number }) {
  return (
    <dl className="divide-y divide-line">
      {fields.map(([name, schema]) => (
        <div key={name} className="grid gap-x-4 gap-y-0.5 py-1.5 sm:grid-cols-[14rem_minmax(0,1fr)]">
          <dt className="font-mono text-small break-words">
            {name}
            {required.includes(name) ? <span className="text-ink-faint"> required</span> : null}
          </dt>
          <dd className="min-w-0">
            <TypeLine schema={schema} />
            {schema.description ? <p className="text-ink-soft">{schema.description}</p> : null}
            <div className="pl-3">
              <SchemaView schema={schema} depth={depth + 1} />
            </div>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `string, 1–200`, with links to schemas that have a name. */
export function TypeLine({ schema }: { schema: Schema }): ReactNode {
  return <p className="font-mono text-small break-words text-ink-soft">{typeOf(schema)}</p>;
}

function typeOf(schema: Schema): ReactNode {
  if (schema.$ref) {
    const name = refName(schema.$ref);
    if (name.startsWith("__schema")) return "any JSON";
    return (
      <a className="text-accent hover:underline" href={`/docs/schemas#schema-${name}`}>
        {name}
      </a>
    );
  }
  const choices = choicesOf(schema);
  if (choices.length > 1) return joined(choices.map(typeOf), " or ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" · ");
  if (schema.items) return <>list of {typeOf(schema.items)}</>;
  const { additionalProperties: values } = schema;
  if (typeof values === "object" && !schema.properties) return <>object of {typeOf(values)}</>;
  const type = Array.isArray(schema.type) ? schema.type.join(" or ") : (schema.type ?? "any");
  return [type, schema.format, range(schema), defaultOf(schema)].filter(Boolean).join(", ");
}

function range(schema: Schema): string | null {
  const from = schema.minimum ?? schema.minLength ?? schema.minItems;
  const to = schema.maximum ?? schema.maxLength ?? schema.maxItems;
  const unbounded = to === undefined || Math.abs(to) >= Number.MAX_SAFE_INTEGER;
  if (from !== undefined && from > Number.MIN_SAFE_INTEGER) return unbounded ? `from ${from}` : `${from}–${to}`;
  return unbounded ? null : `up to ${to}`;
}

function defaultOf({ default: value }: Schema): string | null {
  return value === undefined ? null : `${JSON.stringify(value)} unless given`;
}

function choicesOf(schema: Schema): Schema[] {
  return schema.anyOf ?? schema.oneOf ?? [];
}

/** Whether there is more to say than fits into a line. */
function isStructured(schema: Schema): boolean {
  return Boolean(schema.properties ?? schema.anyOf ?? schema.oneOf) || (!!schema.items && isStructured(schema.items));
}

function joined(parts: ReactNode[], separator: string): ReactNode {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no names and do not move
    <span key={index}>
      {index > 0 ? separator : null}
      {part}
    </span>
  ));
}
