import type { Json } from "#lib/contract/json.ts";

/** One request of a document, with what the document says of its answer. */
export type Example = {
  /** The heading under which the document shows it. */
  heading: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** `{id}` stands for the task that the example is about. */
  path: string;
  body?: Json;
  status: number;
  /** As the document has it, word for word; its errata are in `except`. */
  response?: Json;
  /** Paths of the response that are errata, or that this request gives no reason for. */
  except?: string[];
};
