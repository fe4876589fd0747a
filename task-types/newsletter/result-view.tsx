import type * as z from "zod";
import type { ResultViewProps } from "../result-view-props.ts";
import { MailPreview } from "../view-parts/mail-preview.tsx";
import { ProvenanceNote } from "../view-parts/provenance-note.tsx";
import { resultOf } from "../view-parts/result-of.ts";
import { Section } from "../view-parts/section.tsx";
import type { newsletter } from "./schema.ts";

/** The issue as it arrives, and what is in it. */
export function NewsletterView({ result, publisher }: ResultViewProps) {
  const { sections, provenance, ...mail } = resultOf<z.output<typeof newsletter.result>>(result);
  return (
    <article className="mx-auto max-w-180">
      <MailPreview mail={mail} from={publisher} />
      <Section title="In this issue">
        <ol className="flex list-decimal flex-col gap-1 pl-5 text-body">
          {sections.map((section, index) => (
            <li key={section.title} data-part={`sections.${index}`}>
              {section.title}
              {section.url && /^https?:\/\//.test(section.url) ? (
                <a
                  href={section.url}
                  target="_blank"
                  rel="noreferrer nofollow"
                  className="ml-2 break-all text-accent underline underline-offset-2"
                >
                  {section.url.replace(/^https?:\/\//, "")}
                </a>
              ) : null}
            </li>
          ))}
        </ol>
      </Section>
      <ProvenanceNote provenance={provenance} />
    </article>
  );
}
