import type { EditForm } from "../edit-form.ts";
import { InboxRows } from "../view-parts/inbox-rows.tsx";

export const newsletterForm: EditForm = {
  fields: [
    { kind: "line", name: "subject", label: "Subject" },
    { kind: "line", name: "preheader", label: "Preheader" },
    { kind: "line", name: "featured_image_alt", label: "Description of the picture", nullable: true },
    {
      kind: "items",
      name: "sections",
      label: "Sections",
      itemLabel: (_, index) => `Section ${index + 1}`,
      fields: [
        { kind: "line", name: "title", label: "Heading" },
        { kind: "markdown", name: "markdown", label: "Text" },
        { kind: "line", name: "url", label: "Address of its button", nullable: true },
      ],
      blank: () => ({ title: "", markdown: "", url: null }),
    },
  ],
  preview: ({ value, publisher }) => (
    <InboxRows from={publisher} subject={String(value.subject)} preheader={String(value.preheader)} />
  ),
};
