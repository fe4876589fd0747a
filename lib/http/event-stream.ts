import { shutdownSignal } from "#lib/http/shutdown.ts";
import { log } from "#lib/log.ts";

/** Without an id it has no place in the stream: a client that comes back is not told it again. */
export type ServerSentEvent = { id?: string; event: string; data: unknown };

/**
 * Its first batch, which may be empty, says that it listens: nothing that happens from then on is missed.
 * @param end closes the whole stream: the caller has lost the right to it
 */
type Source = (signal: AbortSignal, end: () => void) => AsyncIterable<ServerSentEvent[]>;

const usualKeepAliveMs = 15_000;
/** Bytes that may wait for the client; a source is not asked for more until it has taken some. */
const mostWaiting = 256 * 1024;

export type StreamOptions = {
  /** Ends the stream when the client is gone. */
  signal: AbortSignal;
  /** Whether the caller may still see it: asked with every keep-alive. */
  allowed: () => Promise<boolean>;
  /** Called once the stream is over, whoever ended it. */
  ended?: () => void;
  /** Between comments that keep proxies from closing a quiet stream. */
  keepAliveMs?: number;
};

/**
 * A server-sent events answer (WHATWG HTML, section 9.2). It ends with the client, with the process, and when `allowed`
 * no longer says yes. Several sources share it, each in its own order, and none runs ahead of what the client reads. It is
 * answered once all of them listen, so that whoever sees it open may rely on it.
 */
export async function eventStream(sources: Source | Source[], options: StreamOptions): Promise<Response> {
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal, shutdownSignal]);
  if (signal.aborted) options.ended?.();
  else signal.addEventListener("abort", () => options.ended?.());
  const begun = await begin(
    [sources].flat().map((source) => source(signal, () => ended.abort())[Symbol.asyncIterator]()),
    ended,
  );
  const encoder = new TextEncoder();
  const room = new Room(signal);
  let timer: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      // It must return at once: until then nothing is pulled.
      start(controller) {
        const send = (text: string) => {
          if (text !== "" && !signal.aborted) controller.enqueue(encoder.encode(text));
        };
        const isFull = () => (controller.desiredSize ?? 0) <= 0;
        send("retry: 2000\n\n");
        timer = setInterval(async () => {
          const allowed = await options.allowed().catch(() => false);
          if (!allowed) ended.abort();
          else if (!isFull()) send(": keep-alive\n\n");
        }, options.keepAliveMs ?? usualKeepAliveMs);
        const tell = async ({ source, first }: Begun) => {
          try {
            for (let next = first; !next.done; next = await source.next()) {
              send(next.value.map(encode).join(""));
              while (isFull() && !signal.aborted) await room.made();
              if (signal.aborted) return;
            }
          } finally {
            await source.return?.();
          }
        };
        const finish = () => {
          clearInterval(timer);
          ended.abort();
          try {
            controller.close();
          } catch {
            // The client closed it first.
          }
        };
        Promise.all(begun.map(tell)).then(finish, (error: unknown) => {
          log.warn({ err: error }, "a live stream broke off");
          finish();
        });
      },
      pull: () => room.make(),
      cancel() {
        clearInterval(timer);
        ended.abort();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform" },
  });
}

type Begun = { source: AsyncIterator<ServerSentEvent[]>; first: IteratorResult<ServerSentEvent[]> };

/** Waits for the first batch of each. Where one fails none is left running. */
async function begin(sources: AsyncIterator<ServerSentEvent[]>[], ended: AbortController): Promise<Begun[]> {
  try {
    return await Promise.all(sources.map(async (source) => ({ source, first: await source.next() })));
  } catch (error) {
    ended.abort();
    for (const source of sources) void source.return?.().catch(() => {});
    throw error;
  }
}

/** Sources wait here for the client to read on, or to be gone. */
class Room {
  #waiting: (() => void)[] = [];

  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.make());
  }

  made(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  make(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

function encode({ id, event, data }: ServerSentEvent): string {
  return `${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
