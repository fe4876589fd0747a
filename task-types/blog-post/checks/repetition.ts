import { similarity } from "#task-types/text/words.ts";
import { type Check, failed, passed } from "./checked-text.ts";

const sameEnough = 0.8;

/** Sentences that say again, in nearly the same words, what another said. */
export const checkRepetition: Check = ({ sentences, workingDraft }) => {
  const label = "Repetition";
  if (workingDraft) return passed("repetition", label, "The parts of a working draft repeat their labels by design.");
  const sets = sentences.map(({ stems }) => new Set(stems));
  const repeated = sentences.filter((_, index) => {
    const own = sets[index] ?? new Set();
    return (
      own.size >= 4 && sets.slice(0, index).some((other) => other.size >= 4 && similarity(own, other) >= sameEnough)
    );
  });
  const [first] = repeated;
  if (!first) return passed("repetition", label, `${sentences.length} sentences, none said twice.`);
  return failed(
    "repetition",
    label,
    `${repeated.length} of ${sentences.length} sentences repeat another.`,
    6 - repeated.length,
    first.text,
  );
};
