import { expect, it } from "vitest";
import type { Policy } from "#lib/contract/policies.ts";
import { lockWarning } from "./lock-warning.ts";

function policy(approvals_needed: number | null, allow_own_approval: boolean | null): Policy {
  return {
    ...{ task_type: "blog_post", requires_approval: null, default_requires_approval: true },
    ...{ approvals_needed, allow_own_approval },
  };
}

it.each([
  [policy(null, null), 1, null],
  [policy(2, null), 2, null],
  [policy(2, false), 3, null],
  [policy(2, null), 1, "nothing of this type"],
  [policy(3, true), 2, "nothing of this type"],
  [policy(null, false), 1, "could be approved by nobody"],
  [policy(2, false), 2, "could be approved by nobody"],
])("%j with %i reviewers", (decided, reviewers, words) => {
  const warning = lockWarning(decided, reviewers);
  if (words === null) expect(warning).toBeNull();
  else expect(warning).toContain(words);
});
