import { applyDirective } from "./apply-directive.ts";
import { type Directive, readDirectives } from "./directives.ts";
import { fixFinding } from "./fix-findings.ts";
import type { RevisionInput } from "./input.ts";
import { closeManuscript, openManuscript } from "./manuscript.ts";
import { findPeople, introducePeople } from "./people.ts";
import { type Draft, studyMaterial } from "./write-article.ts";

/**
 * The draft with the reviewer's wishes and the findings of the checks worked in: only by moving, removing and adding
 * words of the material. What could not be done is in `warnings`, never in the text.
 */
export function revise(input: RevisionInput): Draft {
  const { code, units } = studyMaterial(input);
  const manuscript = openManuscript(input.title, input.content, code);
  const warnings: (string | null)[] = [];
  const directives = input.feedback ? readDirectives(input.feedback) : [];
  // What goes, goes first: "shorter, and without the prices" counts the rest.
  for (const directive of directives.toSorted((left, right) => order(left) - order(right))) {
    warnings.push(applyDirective(manuscript, directive, units));
  }
  for (const finding of input.findings) warnings.push(fixFinding(manuscript, finding, input, units));
  const people = input.sources.flatMap(({ text }) => findPeople(text));
  // The first mention may be another one now.
  manuscript.blocks = introducePeople(
    manuscript.blocks,
    people.filter(({ name }) => input.content.includes(name)),
  );
  return {
    title: manuscript.title,
    content: closeManuscript(manuscript),
    workingDraft: input.sources.length === 0 && /^> \*\*(To supply|Zu liefern):\*\*/m.test(input.content),
    warnings: [...new Set(warnings.flatMap((warning) => warning ?? []))],
  };
}

function order({ kind }: Directive): number {
  return kind === "remove" ? 0 : 1;
}
