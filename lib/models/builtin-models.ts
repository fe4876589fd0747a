import type { ModelKind } from "#lib/contract/model-kind.ts";

/** The models that live in the worker itself, with what each can do. They need no key and no network. */
export const builtinModels = {
  writer: ["text"],
  quizmaster: ["text"],
  analyst: ["text"],
  painter: ["image"],
  voice: ["speech"],
  reader: ["vision"],
  designer: ["text", "image"],
} as const satisfies Record<string, readonly ModelKind[]>;

/**
 * What stands in for a model that cannot be had, and runs where nobody chose; null where no built-in one can.
 * @param name the one that knows the phase's work, where it is not the usual one of its kind; null where none does
 */
export function builtinFor(kind: ModelKind, name?: string | null): string | null {
  if (name === null) return null;
  if (name) return Object.hasOwn(builtinModels, name) ? `builtin/${name}` : null;
  return usualBuiltin(kind);
}

function usualBuiltin(kind: ModelKind): string | null {
  const name = Object.entries(builtinModels).find(([name]) => builtinKinds(name).includes(kind))?.[0];
  return name ? `builtin/${name}` : null;
}

/** What a built-in model can do; empty for a name that is none. */
export function builtinKinds(name: string): readonly ModelKind[] {
  return Object.hasOwn(builtinModels, name) ? builtinModels[name as keyof typeof builtinModels] : [];
}

export function isBuiltin(modelId: string): boolean {
  return modelId.startsWith("builtin/");
}
