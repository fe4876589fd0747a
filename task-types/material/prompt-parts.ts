import type { Finding } from "#task-types/quality/finding.ts";
import { contain } from "./collect-sources.ts";
import { factList, type Material } from "./research-material.ts";

/** The facts as a prompt holds them, or what to do without any. */
export function factsPart(material: Material, otherwise: string): string {
  return material.facts.length > 0 ? `<facts>\n${contain(factList(material))}\n</facts>` : otherwise;
}

/** What a reviewer wants otherwise, and what the checks of the last draft found; empty in a first round. */
export function remarksPart(feedback: string | null, faults: readonly Finding[]): string {
  const found = faults.map(({ label, finding }) => `- ${label}: ${finding}`);
  return [
    feedback ? `<feedback>\n${contain(feedback)}\n</feedback>` : "",
    found.length > 0 ? `Checks of the last draft found:\n${found.join("\n")}` : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}
