/**
 * next-auth is CommonJS. Its default export arrives as itself in Next's bundle, and as `{default}` where Node loads the
 * sources as they are; the types know only the first.
 */
export function defaultExport<T extends object>(module: T): T {
  return "default" in module ? (module.default as T) : module;
}
