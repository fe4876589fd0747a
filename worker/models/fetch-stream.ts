import { ModelFailure } from "./model-failure.ts";

/**
 * `fetch` for providers: a stream that was asked for and comes as one piece of JSON or as a web page is refused at once,
 * with what it says. Read as a stream it would look like an answer without words.
 * @throws ModelFailure
 */
export const fetchStream: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !asksForStream(String(input), init) || !/json(?!l|-seq)|html/i.test(type)) return response;
  const said = faultIn(await response.text());
  throw new ModelFailure(
    "refused",
    said ? `the provider refused the request (${said})` : `it does not stream its answers (it sent ${type})`,
    { remedy: "Check the provider's address; it must be a server that streams (server-sent events)." },
  );
};

function asksForStream(address: string, init: RequestInit | undefined): boolean {
  if (address.includes(":streamGenerateContent")) return true;
  return typeof init?.body === "string" && /"stream":\s*true/.test(init.body);
}

/** `{"error": {"message": …}}` or `{"error": …}`, as servers that answer everything with 200 put it. */
function faultIn(body: string): string | null {
  try {
    const { error } = JSON.parse(body) as { error?: unknown };
    const message = typeof error === "object" && error && "message" in error ? error.message : error;
    return typeof message === "string" ? message.split("\n")[0]?.slice(0, 200) || null : null;
  } catch {
    return null;
  }
}
