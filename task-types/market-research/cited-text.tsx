export type Cited = { text: string; citation: number | null };

/** A claim with the number of its source. */
export function CitedText({ claim }: { claim: Cited }) {
  return (
    <>
      {claim.text}
      {claim.citation === null ? null : (
        <a
          href={`#source-${claim.citation}`}
          aria-label={`Source ${claim.citation}`}
          className="tabular ml-1 align-super text-small text-accent underline-offset-2 hover:underline"
        >
          [{claim.citation}]
        </a>
      )}
    </>
  );
}
