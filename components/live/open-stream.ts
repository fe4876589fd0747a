import type { Signal } from "#lib/contract/signal.ts";
import type { LiveMessage } from "#lib/queries/live-cache.ts";
import type { LiveState } from "./live-context.tsx";

type Handlers = {
  onState: (state: LiveState) => void;
  onMessage: (message: LiveMessage) => void;
  /** After the stream came back in any way, as `missed`: signals are not replayed. */
  onSignal: (signal: Signal) => void;
  /** The hub answered with something that is no stream, or not at all. */
  onRefused: () => void;
  /** The stream was opened anew without its place in it, so anything may have been missed. */
  onReturn: () => void;
};

const longestWaitMs = 30_000;

/**
 * The browser reconnects by itself and says where it was (Last-Event-ID). After an answer that is no stream it gives up;
 * then a new one is opened, at growing distances.
 * @param after the event that the first one begins after
 */
export function openStream(
  url: string,
  after: string,
  { onState, onMessage, onSignal, onRefused, onReturn }: Handlers,
): () => void {
  let source: EventSource;
  let wait = 1000;
  let anew = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    source = new EventSource(anew ? url : `${url}&after=${after}`);
    source.onopen = () => {
      wait = 1000;
      onState("live");
      if (anew) onReturn();
      else if (again) onSignal({ type: "missed" });
      anew = false;
      again = true;
    };
    source.onerror = () => {
      onState("offline");
      if (source.readyState !== EventSource.CLOSED) return;
      onRefused();
      anew = true;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestWaitMs);
    };
    source.addEventListener("task", (event) => {
      const message = read<LiveMessage>(event.data);
      if (message) onMessage(message);
    });
    source.addEventListener("signal", (event) => {
      const signal = read<Signal>(event.data);
      if (signal) onSignal(signal);
    });
  }
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function read<Message>(data: unknown): Message | null {
  try {
    return JSON.parse(String(data)) as Message;
  } catch {
    return null;
  }
}
