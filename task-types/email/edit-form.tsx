import type { EditForm } from "../edit-form.ts";
import { InboxRows } from "../view-parts/inbox-rows.tsx";

export const emailForm: EditForm = {
  fields: [
    {
      kind: "items",
      name: "emails",
      label: "Emails",
      itemLabel: (mail) => `Email ${mail.number}`,
      fields: [
        { kind: "line", name: "subject", label: "Subject" },
        { kind: "line", name: "preheader", label: "Preheader" },
        { kind: "markdown", name: "markdown", label: "Text" },
      ],
      preview: ({ value, publisher }) => (
        <InboxRows from={publisher} subject={String(value.subject)} preheader={String(value.preheader)} />
      ),
    },
  ],
};
