import type { Finding } from "./finding.ts";

/** One number for all findings, 1–10 with one decimal; a check that failed counts twice. */
export function scoreOf(findings: readonly Finding[]): number {
  if (findings.length === 0) return 10;
  const weights = findings.map(({ passed }) => (passed ? 1 : 2));
  const sum = findings.reduce((total, { score }, index) => total + score * (weights[index] ?? 1), 0);
  const mean = sum / weights.reduce((total, weight) => total + weight, 0);
  return Math.round(Math.max(1, Math.min(10, mean)) * 10) / 10;
}

/** A check that either holds or does not. */
export function check(name: string, label: string, faults: string[], praise: string): Finding {
  const passed = faults.length === 0;
  return {
    check: name,
    label,
    passed,
    score: passed ? 10 : Math.max(1, 6 - faults.length),
    finding: passed ? praise : faults.slice(0, 5).join("; "),
    sentence: null,
  };
}
