/** Those whose name alone would say too little, or too much. */
const otherwise: Readonly<Record<string, string>> = {
  email: "Email",
  concept_generation: "Concept",
  concept_refinement: "Refined concept",
};

/** What people call a task type: "blog_post" as "Blog post". */
export function typeLabel(name: string): string {
  return otherwise[name] ?? sentenceCase(name);
}

/** "fill_in_the_blank" as "Fill in the blank". */
export function sentenceCase(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
