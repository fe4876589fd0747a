import type { JsonObject } from "#lib/contract/json.ts";

/** What a type's view is given: one revision, as its audience would get it. */
export type ResultViewProps = {
  title: string;
  /** The Markdown or text that people edit; null where the result is all there is. */
  content: string | null;
  result: JsonObject;
  /** What was asked for; null where that is not known. */
  request: JsonObject | null;
  taskId: string;
  /** Who stands behind it when it is out: the account's name. */
  publisher: string;
  /** When this revision was made, ISO 8601. */
  madeAt: string | null;
};
