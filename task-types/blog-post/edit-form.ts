import type { EditForm } from "../edit-form.ts";

export const blogPostForm: EditForm = {
  fields: [
    { kind: "line", name: "title", label: "Title" },
    { kind: "lines", name: "excerpt", label: "Excerpt" },
    { kind: "line", name: "seo_title", label: "Search title", limit: 60 },
    { kind: "lines", name: "seo_description", label: "Search description", limit: 160 },
    { kind: "words", name: "tags", label: "Tags", help: "One per line." },
    { kind: "words", name: "seo_keywords", label: "Search keywords", help: "One per line." },
    { kind: "line", name: "featured_image_alt", label: "Description of the picture", nullable: true },
  ],
};
