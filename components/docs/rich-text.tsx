/** Paragraphs with `code`: as much of Markdown as the API's own descriptions use. */
export function RichText({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph) => (
    <p key={paragraph} className="mt-2 max-w-[72ch] text-ink-soft">
      {paragraph.split(/(`[^`]+`)/).map((part, index) =>
        part.startsWith("`") ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text do not move
          <code key={index} className="rounded-sm bg-sunken px-1 font-mono text-small break-words text-ink">
            {part.slice(1, -1)}
          </code>
        ) : (
          part
        ),
      )}
    </p>
  ));
}
