import type { EditField, EditForm } from "../edit-form.ts";
import { swotParts } from "./report.ts";

const statement: readonly EditField[] = [{ kind: "lines", name: "text", label: "Statement" }];

/** Statements stand in the report too, which follows where it has them word for word. */
export const marketResearchForm: EditForm = {
  fields: [
    { kind: "lines", name: "summary", label: "Summary" },
    {
      kind: "group",
      name: "swot",
      label: "Strengths, weaknesses, opportunities, threats",
      fields: swotParts.map(([name, label]) => ({
        ...({ kind: "items", name, label, fields: statement } as const),
        itemLabel: (_, index) => `${label} ${index + 1}`,
      })),
    },
  ],
};
