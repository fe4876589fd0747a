import * as z from "zod";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { nameSource, readSource } from "./read-source.ts";
import type { dataRetrieval } from "./schema.ts";

type Run = PhaseRun<z.output<typeof dataRetrieval.request>>;

export const fetchedSchema = z.array(
  z.object({
    source: z.string(),
    text: z.string(),
    format: z.enum(["json", "csv", "html", "xml", "text"]),
    error: z.string().nullable(),
    /** Why it could not be read again, where what was read before still stands. */
    stale: z.string().nullable().default(null),
  }),
);
export type Fetched = z.output<typeof fetchedSchema>;

/** Characters that all sources together may bring. */
const mostText = 50_000_000;

/** What stands behind each source; in a round for some of them only those are asked again. */
export async function fetchSources(run: Run): Promise<Fetched> {
  const { data_sources } = run.request;
  const before = run.blocks ? fetchedSchema.parse(run.earlier.fetch) : [];
  let done = 0;
  const fetched = await Promise.all(
    data_sources.map(async (source, index) => {
      const earlier = before[index];
      if (earlier && !run.blocks?.includes(index)) return { ...earlier, stale: null };
      const name = nameSource(source, index);
      const read = await attempt(run, () => readSource(run, source));
      run.progress(++done / (run.blocks?.length ?? data_sources.length), `Read ${done} of the sources`);
      if (!("error" in read)) return { source: name, ...read, error: null, stale: null };
      if (earlier?.error === null) return { ...earlier, stale: read.error };
      return { source: name, text: "", format: "text" as const, error: read.error, stale: null };
    }),
  );
  if (!run.blocks && fetched.every(({ error }) => error !== null)) {
    throw new Error(
      `none of the sources could be read: ${fetched.map(({ source, error }) => `${source}: ${error}`).join("; ")}`,
    );
  }
  return withinLimit(fetched);
}

/** The first sources in order, as far as they can be kept with the task. */
function withinLimit(fetched: Fetched): Fetched {
  let left = mostText;
  return fetched.map((source) => {
    left -= source.text.length;
    if (left >= 0 || source.error !== null) return source;
    return { ...source, text: "", error: `the sources together hold more than ${mostText} characters` };
  });
}

/** A fault in words; what ends the attempt as a whole is not a fault of one source. */
export async function attempt<Result extends object>(
  run: Pick<Run, "signal">,
  work: () => Promise<Result>,
): Promise<Result | { error: string }> {
  try {
    return await work();
  } catch (error) {
    run.signal.throwIfAborted();
    return { error: (error instanceof Error ? error.message : String(error)).replace(/\.$/, "") };
  }
}
