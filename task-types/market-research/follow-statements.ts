import type * as z from "zod";
import type { Retypeset } from "#task-types/retypeset.ts";
import { swotParts } from "./report.ts";
import type { marketResearch } from "./schema.ts";
import { comparisonTable } from "./write-markdown.ts";

type Result = z.output<typeof marketResearch.result>;

/** The report follows its statements, where it has them word for word; where it has not, that is told. */
export const followStatements: Retypeset<z.output<typeof marketResearch.request>, Result> = async (
  edit,
  { degrade },
) => {
  const { before, after } = edit;
  const table = followComparison(after.content ?? "", before.result, after.result);
  const old = statementsOf(before.result, table.followed);
  let { content } = table;
  let lost = 0;
  for (const [place, text] of statementsOf(after.result, table.followed)) {
    const was = old.get(place);
    if (was === undefined || was === text) continue;
    // An edit of both is what a person made of both.
    if (was !== "" && content.split(was).length === 2) content = content.replace(was, () => text);
    else if (!content.includes(text)) lost += 1;
  }
  if (lost > 0) degrade(`The report's text does not have ${lost} of the edited statements; edit it there too`);
  return { ...after, content: after.content === null ? null : content };
};

/** The table is written anew where the report has it as it was written: an empty cell has no words to be found by. */
function followComparison(content: string, before: Result, after: Result): { content: string; followed: boolean } {
  for (const blank of ["—", ""]) {
    const was = comparisonTable(before.comparison, blank);
    const is = comparisonTable(after.comparison, blank);
    if (content.split(was).length === 2) return { content: content.replace(was, () => is), followed: true };
  }
  return { content, followed: false };
}

/** @param withoutTable when the comparison is looked after already */
function statementsOf({ summary, swot, comparison }: Result, withoutTable: boolean): Map<string, string> {
  const rows = withoutTable ? [] : comparison.rows;
  return new Map([
    ["summary", summary],
    ...swotParts.flatMap(([part]) => swot[part].map(({ text }, index) => [`${part} ${index}`, text] as const)),
    ...rows.flatMap(({ name, cells }) => cells.map((cell, index) => [`${name} ${index}`, cell?.text ?? ""] as const)),
  ]);
}
