import type { EditForm } from "../edit-form.ts";

/** Colours are drawn into the files; only what is said of them can be worded anew. */
export const conceptForm: EditForm = {
  fields: [
    {
      kind: "items",
      name: "variations",
      label: "Variations",
      itemLabel: (variation) => String(variation.palette_name),
      fields: [{ kind: "lines", name: "description", label: "Description" }],
    },
  ],
};
