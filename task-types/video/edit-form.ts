import type { EditForm } from "../edit-form.ts";

export const videoForm: EditForm = {
  note: "The film, its subtitles and its chapters stay as they were recorded. Send it back to have new words spoken.",
  fields: [
    {
      kind: "items",
      name: "segments",
      label: "Segments",
      itemLabel: (segment) => `Segment ${segment.number}`,
      fields: [
        { kind: "line", name: "title", label: "Title", nullable: true },
        { kind: "lines", name: "text", label: "Spoken text" },
      ],
    },
  ],
};
