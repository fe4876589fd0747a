import type { AnyRun } from "#task-types/phase-run.ts";
import type { Finding } from "./finding.ts";
import { scoreOf } from "./score.ts";

export type Judged<Draft> = { draft: Draft; findings: Finding[] };

/** A draft goes back to its author at most this often. */
export const mostReturns = 2;

/**
 * A draft and what its checks found. It goes back to its author with what failed, at most twice, as long as that makes
 * it better; in a round for some blocks never, since what nobody sent back is not the author's to mend.
 */
export async function sendBack<Draft>(
  run: AnyRun,
  first: Draft,
  judge: (draft: Draft) => Finding[] | Promise<Finding[]>,
  write: (faults: Finding[]) => Promise<Draft>,
): Promise<Judged<Draft>> {
  let best: Judged<Draft> = { draft: first, findings: await judge(first) };
  for (let returned = 0; returned < (run.blocks ? 0 : mostReturns); returned++) {
    const faults = best.findings.filter(({ passed }) => !passed);
    if (faults.length === 0) break;
    run.progress((returned + 1) / (mostReturns + 1), "Sent back with what was found");
    const draft = await write(faults);
    const findings = await judge(draft);
    if (scoreOf(findings) <= scoreOf(best.findings)) break;
    best = { draft, findings };
  }
  return best;
}
