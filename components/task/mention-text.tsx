import { readMentions } from "#lib/mentions/mentions.ts";

/** What somebody wrote, with whom they named standing out. */
export function MentionText({ text }: { text: string }) {
  return readMentions(text).map((part, index) =>
    part.userId ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity and never move
      <strong key={index} className="text-accent">
        {part.text}
      </strong>
    ) : (
      part.text
    ),
  );
}
