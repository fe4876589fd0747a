/** Types by what people come for; one that no group names stands at the end. */
export const typeGroups: readonly { label: string; types: readonly string[] }[] = [
  { label: "Write", types: ["blog_post", "social_media", "email", "newsletter", "documentation", "text_generation"] },
  { label: "Data", types: ["market_research", "business_analytics", "financial_analysis", "data_retrieval"] },
  { label: "Learn", types: ["quiz", "animated_lesson"] },
  { label: "Media", types: ["video", "image_generation", "text_to_speech", "image_to_text"] },
  { label: "Brand", types: ["concept_generation", "concept_refinement"] },
];

/** Only groups that have something, in their order. */
export function groupTypes<Type extends { name: string }>(types: readonly Type[]): { label: string; types: Type[] }[] {
  const named = new Set(typeGroups.flatMap((group) => group.types));
  const groups = typeGroups.map(({ label, types: names }) => ({
    label,
    types: names.flatMap((name) => types.filter((type) => type.name === name)),
  }));
  const others = { label: "Other", types: types.filter(({ name }) => !named.has(name)) };
  return [...groups, others].filter((group) => group.types.length > 0);
}
