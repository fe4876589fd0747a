type Props = { from: string; subject: string; preheader: string };

/** About what phones show of a subject before they cut it. */
const phoneSubject = 41;

/** The mail's line in an inbox: one row on a wide screen, three on a phone, each cut where the inbox cuts it. */
export function InboxRows({ from, subject, preheader }: Props) {
  return (
    <section aria-label="In the inbox" className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-4">
        <div className="flex h-10 w-full max-w-150 min-w-0 items-center gap-3 rounded-md border border-line bg-raised px-3">
          <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-accent" />
          <span className="w-28 shrink-0 truncate font-strong">{from}</span>
          <span className="min-w-0 flex-1 truncate">
            <span className="font-strong">{subject}</span>
            <span className="text-ink-faint"> {preheader}</span>
          </span>
          <span className="tabular shrink-0 text-small text-ink-faint">09:00</span>
        </div>
        <div
          aria-hidden="true"
          className="w-full max-w-80 rounded-md border border-line bg-raised px-4 py-3 max-sm:hidden"
        >
          <p className="flex gap-2">
            <span className="min-w-0 flex-1 truncate font-strong">{from}</span>
            <span className="tabular text-small text-ink-faint">09:00</span>
          </p>
          <p className="truncate">{subject}</p>
          <p className="truncate text-ink-faint">{preheader}</p>
        </div>
      </div>
      <p className="tabular text-small text-ink-faint">
        Subject {subject.length} characters{subject.length > phoneSubject ? `; phones show about ${phoneSubject}` : ""}.
        Preheader {preheader.length}.
      </p>
    </section>
  );
}
