const marked = /(https?:\/\/[^\s]+|[#@][\p{L}\p{M}\p{N}_]+)/gu;

/** The words as the network sets them: addresses and tags coloured, and where it folds the rest away. */
export function PostText({ text, fold }: { text: string; fold: number | null }) {
  const at = fold !== null && text.length > fold ? foldPlace(text, fold) : text.length;
  return (
    <div className="text-body break-words whitespace-pre-wrap">
      <Words text={text.slice(0, at)} />
      {at < text.length ? (
        <>
          <span className="my-2 flex items-center gap-2 text-small text-ink-faint">
            <span className="flex-1 border-t border-dashed border-line-strong" />
            behind “more”
            <span className="flex-1 border-t border-dashed border-line-strong" />
          </span>
          <Words text={text.slice(at).trimStart()} />
        </>
      ) : null}
    </div>
  );
}

/** Networks fold between words. */
function foldPlace(text: string, fold: number): number {
  const blank = text.lastIndexOf(" ", fold);
  return blank > fold / 2 ? blank : fold;
}

function Words({ text }: { text: string }) {
  return text.split(marked).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have their place for a name
      <span key={index} className="text-accent">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
