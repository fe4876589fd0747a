import type { LiveMessage } from "#lib/queries/live-cache.ts";
import type { LiveState } from "./live-context.tsx";

type Handlers = {
  onState: (state: LiveState) => void;
  onMessage: (message: LiveMessage) => void;
  /** The stream was opened anew without its place in it, so anything may have been missed. */
  onReturn: () => void;
};

const longestWaitMs = 30_000;

/**
 * The browser reconnects by itself and says where it was (Last-Event-ID). After an answer that is no stream it gives up;
 * then a new one is opened, at growing distances.
 */
export function openStream(url: string, { onState, onMessage, onReturn }: Handlers): () => void {
  let source: EventSource;
  let wait = 1000;
  let anew = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    source = new EventSource(url);
    source.onopen = () => {
      wait = 1000;
      onState("live");
      if (anew) onReturn();
      anew = false;
    };
    source.onerror = () => {
      onState("offline");
      if (source.readyState !== EventSource.CLOSED) return;
      anew = true;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestWaitMs);
    };
    source.addEventListener("task", (event) => {
      const message = readMessage(event.data);
      if (message) onMessage(message);
    });
  }
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function readMessage(data: unknown): LiveMessage | null {
  try {
    return JSON.parse(String(data)) as LiveMessage;
  } catch {
    return null;
  }
}
