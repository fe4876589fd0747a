import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { JsonObject } from "#lib/contract/json.ts";
import { hub } from "./hub.ts";

type Operation = { responses: Record<string, { content?: Record<string, unknown> }> };
type Document = { paths: Record<string, Record<string, Operation>> };

export type Answer = { method: string; path: string; status: number; contentType: string; body: unknown };

/** What /api/openapi.json promises, held against what the hub really answers. */
export class Contract {
  readonly document: Document;
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });

  private constructor(document: Document) {
    this.document = document;
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(document as unknown as JsonObject, "hub");
  }

  static async read(): Promise<Contract> {
    const response = await fetch(`${hub.baseUrl}/api/openapi.json`);
    return new Contract((await response.json()) as Document);
  }

  /** Why the answer is not what the document says; empty when it is. */
  faults({ method, path, status, contentType, body }: Answer): string[] {
    const template = this.#templateOf(path);
    const operation = template && this.document.paths[template]?.[method.toLowerCase()];
    if (!operation)
      return status === 404 || status === 405 ? this.#errorFaults(body) : [`${method} ${path} is not described`];
    const response = operation.responses[status];
    if (!response) return [`${method} ${template} does not say that it answers ${status}`];
    if (!response.content) return body === null ? [] : [`${method} ${template} promises no body with ${status}`];
    const mediaType = contentType.split(";", 1)[0] ?? "";
    if (!(mediaType in response.content)) {
      // Bytes of a file have the file's own type.
      return "application/octet-stream" in response.content
        ? []
        : [`${status} is described as another type than ${mediaType}`];
    }
    if (mediaType !== "application/json") return [];
    return this.#check(
      ["paths", template, method.toLowerCase(), "responses", String(status), "content", mediaType, "schema"],
      body,
    );
  }

  #errorFaults(body: unknown): string[] {
    return this.#check(["components", "schemas", "Error"], body);
  }

  #check(pointer: string[], body: unknown): string[] {
    const fragment = pointer
      .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    const validate = this.#ajv.getSchema(`hub#/${fragment}`);
    if (!validate) return [`there is no schema at ${pointer.join("/")}`];
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  /** `/api/tasks/t_1` → `/api/tasks/{id}`; fixed segments come before parameters. */
  #templateOf(path: string): string | undefined {
    const segments = path.replace(/\/$/, "").split("/");
    const fits = (template: string) => {
      const parts = template.split("/");
      return parts.length === segments.length && parts.every((part, n) => part.startsWith("{") || part === segments[n]);
    };
    const fixed = (template: string) => template.split("/").filter((part) => !part.startsWith("{")).length;
    return Object.keys(this.document.paths)
      .filter(fits)
      .sort((a, b) => fixed(b) - fixed(a))[0];
  }
}
