import type { Finding } from "#task-types/quality/finding.ts";
import { type CheckedText, failed, passed } from "./checked-text.ts";

/** More than this would take longer than the rest of the task. */
const mostLinks = 20;

/** Each address that the text links to must answer. `sentence` is the address, as it stands in the text. */
export async function checkLinks(
  { links }: CheckedText,
  resolves: (url: string) => Promise<boolean>,
): Promise<Finding> {
  const label = "Links";
  const outside = links.filter((link) => /^https?:/i.test(link)).slice(0, mostLinks);
  if (outside.length === 0) return passed("links", label, "The text links to nothing.");
  const answers = await Promise.all(outside.map((link) => resolves(link)));
  const dead = outside.filter((_, index) => !answers[index]);
  if (dead.length === 0) return passed("links", label, `${outside.length} links, all of which answer.`);
  return failed(
    "links",
    label,
    `${dead.length} of ${outside.length} links do not answer: ${dead[0]}.`,
    5,
    dead[0] ?? null,
  );
}
