type Kept = { until: number; answer: Promise<unknown> };

const dearMs = 500;
const share = 20;
const longestMs = 60_000;

/**
 * Keeps the answers of work that turned out dear, so that it takes no more than a twentieth of the time however often it
 * is asked for; whoever asks meanwhile shares one run. What is cheap is done each time.
 */
export function reuseDear<Answer>(): (key: string, work: () => Promise<Answer>) => Promise<Answer> {
  const kept = new Map<string, Kept>();
  return (key, work) => {
    const startedAt = Date.now();
    const known = kept.get(key);
    // One map holds answers of one kind.
    if (known && known.until > startedAt) return known.answer as Promise<Answer>;
    for (const [other, { until }] of kept) if (until <= startedAt) kept.delete(other);
    const answer = work();
    const entry: Kept = { until: Number.POSITIVE_INFINITY, answer };
    kept.set(key, entry);
    answer.then(
      () => {
        const took = Date.now() - startedAt;
        entry.until = took < dearMs ? 0 : Date.now() + Math.min(longestMs, took * share);
      },
      () => kept.delete(key),
    );
    return answer;
  };
}
