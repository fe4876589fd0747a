import type { Policy } from "#lib/contract/policies.ts";

/** What this policy would keep from ever being approved, with as many members as may review; null for nothing. */
export function lockWarning(policy: Policy, reviewers: number): string | null {
  const needed = policy.approvals_needed ?? 1;
  const have = reviewers === 1 ? "One member may review" : `${reviewers} members may review`;
  if (needed > reviewers) {
    return `${have} in this account, and this asks for ${needed}: nothing of this type could be approved. Give more members the role of a reviewer first.`;
  }
  if (policy.allow_own_approval === false && needed > reviewers - 1) {
    return `${have} in this account: what one of them asks for or edits could be approved by nobody.`;
  }
  return null;
}
