import { clockTime, exactTime } from "#lib/format/time.ts";
import type { KeptDraft } from "./use-kept-draft.ts";

/** Whether what is typed would survive the page, and this machine. */
export function DraftNote({ changed, kept: { keeping, here } }: { changed: boolean; kept: KeptDraft }) {
  if (!changed) return null;
  return (
    <p role="status" className="text-ink-soft">
      {wordsOf(keeping, here)}
    </p>
  );
}

function wordsOf(keeping: KeptDraft["keeping"], here: boolean) {
  if (keeping?.state === "kept") {
    return (
      <>
        Draft saved{" "}
        <time dateTime={keeping.at} title={exactTime(keeping.at)} className="tabular">
          {clockTime(keeping.at, Date.now())}
        </time>
      </>
    );
  }
  if (!here) return "This draft is kept nowhere yet: save before you leave";
  if (keeping?.state === "offline") return "Kept in this browser only: offline";
  if (keeping?.state === "refused") return `Kept in this browser only: ${keeping.why}`;
  if (keeping?.state === "elsewhere") return "Kept in this browser only, until you say which draft stays";
  return "Saving the draft";
}
