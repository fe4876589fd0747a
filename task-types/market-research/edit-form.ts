import type { JsonObject } from "#lib/contract/json.ts";
import type { EditField, EditForm } from "../edit-form.ts";
import { resultOf } from "../view-parts/result-of.ts";
import { swotParts } from "./report.ts";
import type { MarketResearchResult } from "./schema.ts";

const statement: readonly EditField[] = [{ kind: "lines", name: "text", label: "Statement" }];

/** Statements stand in the report too, which follows where it has them word for word. */
export const marketResearchForm: EditForm = {
  fields: [
    { kind: "lines", name: "summary", label: "Summary" },
    { kind: "comparison", name: "comparison", label: "Comparison" },
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
  check: citedFromList,
};

/** A statement names a source that the report lists. */
function citedFromList(result: JsonObject): { path: string; message: string }[] {
  const { citations, comparison } = resultOf<MarketResearchResult>(result);
  const known = new Set(citations.map(({ number }) => number));
  return comparison.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell === null || cell.citation === null || known.has(cell.citation)
        ? []
        : [
            {
              path: `comparison.rows.${row}.cells.${column}.citation`,
              message:
                known.size > 0 ? `must be one of the sources, 1 to ${Math.max(...known)}` : "has no source to name",
            },
          ],
    ),
  );
}
