import type { EditForm } from "../edit-form.ts";

export const dataRetrievalForm: EditForm = {
  fields: [{ kind: "table", name: "rows", label: "Rows", columns: "columns" }],
};
