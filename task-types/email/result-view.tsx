"use client";
import { useState } from "react";
import type * as z from "zod";
import type { ResultViewProps } from "../result-view-props.ts";
import { Choice } from "../view-parts/choice.tsx";
import { MailPreview } from "../view-parts/mail-preview.tsx";
import { ProvenanceNote } from "../view-parts/provenance-note.tsx";
import { resultOf } from "../view-parts/result-of.ts";
import type { email } from "./schema.ts";

/** The mails as they arrive, one after another. */
export function EmailView({ result, publisher }: ResultViewProps) {
  const { emails, provenance } = resultOf<z.output<typeof email.result>>(result);
  const [number, setNumber] = useState("1");
  const mail = emails.find((each) => String(each.number) === number) ?? emails[0];
  if (!mail) return null;
  return (
    <article className="mx-auto max-w-180">
      {emails.length > 1 ? (
        <div className="mb-6 overflow-x-auto font-sans">
          <Choice
            label="Email of the sequence"
            options={emails.map((each) => ({ value: String(each.number), label: `Email ${each.number}` }))}
            value={String(mail.number)}
            onChange={setNumber}
          />
        </div>
      ) : null}
      <div data-part={`emails.${emails.indexOf(mail)}`}>
        <MailPreview key={mail.number} mail={mail} from={publisher} />
      </div>
      <ProvenanceNote provenance={provenance} />
    </article>
  );
}
