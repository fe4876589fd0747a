import type * as z from "zod";
import type { Retypeset } from "#task-types/retypeset.ts";
import { swotParts } from "./report.ts";
import type { marketResearch } from "./schema.ts";

type Result = z.output<typeof marketResearch.result>;

/** The report follows its statements, where it has them word for word; where it has not, that is told. */
export const followStatements: Retypeset<z.output<typeof marketResearch.request>, Result> = async (
  edit,
  { degrade },
) => {
  const { before, after } = edit;
  const old = statementsOf(before.result);
  let content = after.content ?? "";
  let lost = 0;
  for (const [place, text] of statementsOf(after.result)) {
    const was = old.get(place);
    if (was === undefined || was === text || was === "") continue;
    // An edit of both is what a person made of both.
    if (content.split(was).length === 2) content = content.replace(was, () => text);
    else if (!content.includes(text)) lost += 1;
  }
  if (lost > 0) degrade(`The report's text does not have ${lost} of the edited statements; edit it there too`);
  return { ...after, content: after.content === null ? null : content };
};

function statementsOf({ summary, swot, comparison }: Result): Map<string, string> {
  return new Map([
    ["summary", summary],
    ...swotParts.flatMap(([part]) => swot[part].map(({ text }, index) => [`${part} ${index}`, text] as const)),
    ...comparison.rows.flatMap(({ name, cells }) =>
      cells.map((cell, index) => [`${name} ${index}`, cell?.text ?? ""] as const),
    ),
  ]);
}
