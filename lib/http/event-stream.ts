import { shutdownSignal } from "#lib/http/shutdown.ts";

/** Without an id it has no place in the stream: a client that comes back is not told it again. */
export type ServerSentEvent = { id?: string; event: string; data: unknown };

/** @param end closes the whole stream: the caller has lost the right to it */
type Source = (signal: AbortSignal, end: () => void) => AsyncIterable<ServerSentEvent[]>;

const usualKeepAliveMs = 15_000;

export type StreamOptions = {
  /** Ends the stream when the client is gone. */
  signal: AbortSignal;
  /** Whether the caller may still see it: asked with every keep-alive. */
  allowed: () => Promise<boolean>;
  /** Between comments that keep proxies from closing a quiet stream. */
  keepAliveMs?: number;
};

/**
 * A server-sent events answer (WHATWG HTML, section 9.2). It ends with the client, with the process, and when `allowed`
 * no longer says yes. Several sources share it, each in its own order.
 */
export function eventStream(sources: Source | Source[], options: StreamOptions): Response {
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal, shutdownSignal]);
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text));
      };
      send("retry: 2000\n\n");
      timer = setInterval(async () => {
        const allowed = await options.allowed().catch(() => false);
        if (allowed) send(": keep-alive\n\n");
        else ended.abort();
      }, options.keepAliveMs ?? usualKeepAliveMs);
      try {
        await Promise.all(
          [sources].flat().map(async (source) => {
            for await (const events of source(signal, () => ended.abort())) send(events.map(encode).join(""));
          }),
        );
      } finally {
        clearInterval(timer);
        ended.abort();
        try {
          controller.close();
        } catch {
          // The client closed it first.
        }
      }
    },
    cancel() {
      clearInterval(timer);
      ended.abort();
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform" },
  });
}

function encode({ id, event, data }: ServerSentEvent): string {
  return `${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
