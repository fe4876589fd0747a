import { plural } from "#lib/format/number.ts";
import { numbersIn, valuesIn } from "#task-types/text/numbers.ts";
import { type Check, failed, passed } from "./checked-text.ts";

/** Every figure of the text must stand in a source, the topic or the title that was asked for. */
export const checkNumbers: Check = ({ sentences, sources, topic, code, workingDraft }) => {
  const label = "Figures";
  if (workingDraft) return passed("numbers", label, "The working draft states no figures.");
  const known = valuesIn([topic, ...sources.map(({ text }) => text)].join("\n"), code);
  const found = sentences.flatMap(({ text }) => numbersIn(text, code).map((number) => ({ ...number, sentence: text })));
  const strange = found.filter(({ value }) => !known.has(value));
  const [first] = strange;
  if (!first)
    return passed(
      "numbers",
      label,
      found.length > 0 ? `${plural(found.length, "figure")}, all in the sources.` : "There are no figures.",
    );
  const list = [...new Set(strange.map(({ text }) => text))].slice(0, 5).join(", ");
  return failed("numbers", label, `Not in the sources: ${list}.`, 5 - strange.length / 2, first.sentence);
};
