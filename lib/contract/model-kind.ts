/** What a model can do; a phase asks for one kind. */
export const modelKinds = ["text", "image", "speech", "vision"] as const;
export type ModelKind = (typeof modelKinds)[number];
