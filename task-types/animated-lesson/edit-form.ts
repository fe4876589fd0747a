import type { EditForm } from "../edit-form.ts";

export const animatedLessonForm: EditForm = {
  note: "The lesson's page, video and subtitles stay as they were recorded. Send it back to have new words spoken.",
  fields: [
    {
      kind: "items",
      name: "scenes",
      label: "Scenes",
      itemLabel: (scene) => `Scene ${scene.number}`,
      fields: [
        { kind: "line", name: "title", label: "Title" },
        { kind: "lines", name: "narration", label: "Spoken text" },
        { kind: "lines", name: "content", label: "On the slide" },
      ],
    },
  ],
};
