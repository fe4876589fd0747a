import { Section } from "../view-parts/section.tsx";
import { type Cited, CitedText } from "./cited-text.tsx";

const parts = [
  { name: "strengths", label: "Strengths" },
  { name: "weaknesses", label: "Weaknesses" },
  { name: "opportunities", label: "Opportunities" },
  { name: "threats", label: "Threats" },
] as const;

/** Strengths and weaknesses over opportunities and threats. */
export function SwotGrid({ swot }: { swot: Record<(typeof parts)[number]["name"], Cited[]> }) {
  if (parts.every(({ name }) => swot[name].length === 0)) return null;
  return (
    <Section title="Strengths, weaknesses, opportunities, threats">
      <div className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2">
        {parts.map(({ name, label }) => (
          <div key={name} className="bg-surface p-4">
            <h4 className="mb-2">{label}</h4>
            {swot[name].length > 0 ? (
              <ul className="flex list-disc flex-col gap-1.5 pl-4 text-body">
                {swot[name].map((claim) => (
                  <li key={claim.text}>
                    <CitedText claim={claim} />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="text-ink-faint">The sources say nothing about this.</p>
            )}
          </div>
        ))}
      </div>
    </Section>
  );
}
