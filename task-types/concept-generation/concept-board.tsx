"use client";
import { type ReactNode, useState } from "react";
import type * as z from "zod";
import { Section } from "../view-parts/section.tsx";
import { ConceptFiles } from "./concept-files.tsx";
import { Mark } from "./mark.tsx";
import { MockUse } from "./mock-use.tsx";
import { PaletteCard } from "./palette-card.tsx";
import type { conceptGeneration } from "./schema.ts";

type Concept = Pick<z.output<typeof conceptGeneration.result>, "image_url" | "variations" | "files">;
type Props = { title: string; concept: Concept; original?: string | null; children?: ReactNode };

/** One mark as those who choose it want to see it: large, on light and dark, small, in use, in each palette. */
export function ConceptBoard({ title, concept, original = null, children }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const variation = concept.variations.find(({ palette_name }) => palette_name === chosen) ?? concept.variations[0];
  const mark = variation?.image_url ?? concept.image_url;
  return (
    <article className="mx-auto max-w-240 font-sans">
      <p className="mb-6 border-l-2 border-line-strong pl-4 text-body text-ink-soft">{title}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {original ? <Ground label="Before" mark={original} title={title} /> : null}
        <Ground label={original ? "After" : "As designed"} mark={concept.image_url} title={title} part="mark" />
        {original ? null : (
          <div className="grid grid-rows-2 gap-4">
            <Ground label="On white" mark={mark} title={title} small ground="#ffffff" />
            <Ground label="On black" mark={mark} title={title} small ground="#101010" />
          </div>
        )}
      </div>
      {children}
      <Section title="Palettes" aside={variation ? `${variation.palette_name} is shown in use` : null}>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {concept.variations.map((each, index) => (
            <li key={each.palette_name} data-part={`variations.${index}`}>
              <PaletteCard variation={each} chosen={each === variation} onChoose={() => setChosen(each.palette_name)} />
            </li>
          ))}
        </ul>
      </Section>
      {variation ? <MockUse mark={mark} colors={variation.colors} /> : null}
      <ConceptFiles files={concept.files} />
    </article>
  );
}

type GroundProps = { label: string; mark: string; title: string; small?: boolean; ground?: string; part?: string };

function Ground({ label, mark, title, small = false, ground, part }: GroundProps) {
  return (
    <figure className="flex flex-col" data-part={part}>
      <div
        className={`flex flex-1 items-center justify-center rounded-md border border-line ${small ? "p-4" : "bg-surface p-8"}`}
        style={{ background: ground }}
      >
        <Mark src={mark} alt={`${title}, ${label.toLowerCase()}`} className={small ? "w-28" : "w-full max-w-90"} />
      </div>
      <figcaption className="mt-1.5 text-small text-ink-faint">{label}</figcaption>
    </figure>
  );
}
