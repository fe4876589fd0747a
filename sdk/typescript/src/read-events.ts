export type StreamEvent = { id: string | null; event: string; data: string };

/** Reads server-sent events (WHATWG HTML, section 9.2); a stream that ends in the middle of one drops it. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  let lines: string[] = [];
  try {
    while (true) {
      const { value, done } = await reader.read();
      if (done) return;
      const parts = (rest + value).split(/\r\n|\n|\r(?!$)/);
      rest = parts.pop() ?? "";
      for (const line of parts) {
        if (line !== "") lines.push(line);
        else if (lines.length > 0) {
          const event = toEvent(lines);
          lines = [];
          if (event) yield event;
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function toEvent(lines: string[]): StreamEvent | null {
  const event: StreamEvent = { id: null, event: "message", data: "" };
  const data: string[] = [];
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === "data") data.push(value);
    else if (name === "id") event.id = value;
    else if (name === "event") event.event = value;
  }
  return data.length > 0 ? { ...event, data: data.join("\n") } : null;
}
