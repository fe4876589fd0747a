import type { ComponentType } from "react";
import type { JsonObject } from "#lib/contract/json.ts";

type Named = { name: string; label: string; help?: string };

/** How long a text is in its reader's own units. */
export type Measured = { length: number; limit: number; unit: string };

/** What a person words in a result, and how. `name` is the field in the object that it stands in. */
export type EditField =
  | (Named & {
      kind: "line" | "lines";
      /** The most characters that are taken. */
      limit?: number;
      measure?: (text: string, owner: JsonObject) => Measured;
      /** An empty text is stored as null. */
      nullable?: true;
    })
  | (Named & { kind: "markdown" })
  | (Named & { kind: "number"; least: number })
  | (Named & { kind: "choice"; options: readonly { value: string; label: string }[] })
  /** A list of short texts, one in each line. */
  | (Named & { kind: "words" })
  /** Answers to choose from; `answer` names the field that repeats the right one, word for word. */
  | (Named & { kind: "options"; answer: string })
  /** Rows of data; `columns` names the field that lists their columns. */
  | (Named & { kind: "table"; columns: string })
  /** Rows of statements with their sources, `{columns, rows: [{name, cells: [{text, citation} | null]}]}`. */
  | (Named & { kind: "comparison" })
  | (Named & { kind: "group"; fields: readonly EditField[] })
  | (Named & {
      kind: "items";
      /** What one of them is called: "Mail 2". */
      itemLabel: (item: JsonObject, index: number) => string;
      fields: readonly EditField[];
      /** A new one; without it, the list is neither lengthened, shortened nor put in another order. */
      blank?: (items: readonly JsonObject[]) => JsonObject;
      preview?: EditPreview;
    });

/** What is being written, as it will be met. */
type EditPreview = ComponentType<{ value: JsonObject; publisher: string }>;

export type EditForm = {
  fields: readonly EditField[];
  preview?: EditPreview;
  /** Faults that one field alone does not show; paths as in the result, `quiz.questions.0.options`. */
  check?: (result: JsonObject) => { path: string; message: string }[];
  /** What an edit does not reach, said before it is made. */
  note?: string;
};
