/** As much of an OpenAPI 3.1 document as the reference shows. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  title?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

type Example = { summary?: string; value: unknown };
export type Media = { schema?: Schema; examples?: Record<string, Example> };

export type Parameter = {
  $ref?: string;
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema?: Schema;
};

type Answer = { description: string; headers?: Record<string, unknown>; content?: Record<string, Media> };

type Operation = {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Answer>;
};

export type ApiDocument = {
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters?: Record<string, Parameter> };
};

export type NamedOperation = Operation & { method: string; path: string };

/** The operations of each chapter, in the order of the chapters and of their paths. */
export function chaptersOf(document: ApiDocument) {
  const operations: NamedOperation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
  return document.tags.map((tag) => ({
    ...tag,
    slug: tag.name.toLowerCase(),
    operations: operations
      .filter(({ tags }) => tags.includes(tag.name))
      .sort((a, b) => a.path.localeCompare(b.path, "en")),
  }));
}

/** `#/components/schemas/Task` → `Task` */
export function refName(ref: string): string {
  return ref.split("/").at(-1) ?? ref;
}
