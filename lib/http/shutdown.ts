/** On globalThis, for Next's bundle and the modules that Node loads are two module graphs in one process. */
const key = Symbol.for("oversight-hub.shutdown");
const holder = globalThis as typeof globalThis & { [key]?: AbortController };
holder[key] ??= new AbortController();
const controller = holder[key];

/** Aborted when the process is told to stop: streams that would go on for ever end then, and clients come back. */
export const shutdownSignal: AbortSignal = controller.signal;

export function beginShutdown(): void {
  controller.abort();
}
