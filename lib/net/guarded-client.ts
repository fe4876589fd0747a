import { Agent, request } from "undici";
import { HubError } from "#lib/errors.ts";
import { checkUrlShape, findTarget, type Lookup, resolveHost, type Target } from "./allowed-target.ts";
import { FetchFailure } from "./fetch-failure.ts";
import { htmlToText } from "./page-text.ts";
import { fileSize, readBody } from "./read-body.ts";

export type GuardedClientOptions = {
  /** For tests, which serve from this machine. The product never sets it. */
  allowLoopback?: boolean;
  lookup?: Lookup;
  timeoutMs?: number;
  maxBytes?: number;
};

type FetchedBytes = { url: string; contentType: string; charset: string; bytes: Uint8Array };

/** Limits of one fetch, where those of the client are for smaller things. */
type FetchLimits = { maxBytes?: number; timeoutMs?: number };
type FetchOptions = FetchLimits & { accept: string[]; signal?: AbortSignal };

export type GuardedClient = {
  /** @throws HubError URL_NOT_ALLOWED; a name that nobody knows yet passes, and fails when it is fetched. */
  checkUrlAllowed: (url: string) => Promise<void>;
  /** @param accept media types; a pattern such as `image/*` is not one. @throws HubError or FetchFailure. */
  fetchBytes: (url: string, options: FetchOptions) => Promise<FetchedBytes>;
  /** The title and words of a page. @throws HubError or FetchFailure. */
  readPage: (url: string, signal?: AbortSignal) => Promise<{ url: string; title: string; text: string }>;
  /** Whether something answers there, whatever its type. */
  linkResolves: (url: string, signal?: AbortSignal) => Promise<boolean>;
};

type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: AsyncIterable<Uint8Array> & { dump: () => Promise<void> };
};

const maxRedirects = 5;
const pageTypes = ["text/html", "application/xhtml+xml", "text/plain", "text/markdown"];

/** The one way out for addresses that callers name: public addresses only, pinned after one lookup. */
export function createGuardedClient(options: GuardedClientOptions = {}): GuardedClient {
  const rules = { lookup: options.lookup ?? resolveHost, allowLoopback: options.allowLoopback ?? false };
  const timeoutMs = options.timeoutMs ?? 15_000;
  const maxBytes = options.maxBytes ?? 5 * 1024 * 1024;

  /** Follows redirects by hand, so that each stop is judged like the first. */
  async function follow<Result>(
    url: string,
    method: "GET" | "HEAD",
    outer: AbortSignal | undefined,
    read: (answer: Answer, url: string) => Promise<Result>,
    deadlineMs = timeoutMs,
  ): Promise<Result> {
    const signal = AbortSignal.any([AbortSignal.timeout(deadlineMs), ...(outer ? [outer] : [])]);
    let next = url;
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const target = await withinTime(findTarget(next, rules), signal).catch((error) => {
        throw failureAt(next, error);
      });
      const agent = pinnedAgent(target);
      try {
        const { statusCode, headers, body } = await request(target.url, {
          method,
          dispatcher: agent,
          signal,
          headers: { "user-agent": "OversightHub/1.0", accept: "text/html,text/plain;q=0.9,*/*;q=0.5" },
        });
        const location = statusCode >= 300 && statusCode < 400 ? headers.location : undefined;
        if (typeof location !== "string") return await read({ status: statusCode, headers, body }, target.url.href);
        if (!URL.canParse(location, target.url)) throw new FetchFailure("it redirects to something that is no address");
        next = new URL(location, target.url).href;
      } catch (error) {
        outer?.throwIfAborted();
        throw failureAt(next, error);
      } finally {
        // What is left of the body is not wanted, and neither is the connection.
        await agent.destroy();
      }
    }
    throw new FetchFailure(`it redirects more than ${maxRedirects} times`);
  }

  const fetchBytes: GuardedClient["fetchBytes"] = (url, { accept, signal, ...limits }) => {
    const most = limits.maxBytes ?? maxBytes;
    const read = async (answer: Answer, finalUrl: string) => {
      if (answer.status >= 400) throw new FetchFailure(`it answers with HTTP ${answer.status}`);
      const header = String(answer.headers["content-type"] ?? "");
      const contentType = (header.split(";")[0] ?? "").trim().toLowerCase();
      if (!accept.includes(contentType)) throw new FetchFailure(`it is ${contentType || "of no stated type"}`);
      const encoding = String(answer.headers["content-encoding"] ?? "identity").toLowerCase();
      if (encoding !== "identity") throw new FetchFailure("it is compressed although nobody asked for that");
      const announced = Number(answer.headers["content-length"] ?? 0);
      if (announced > most)
        throw new FetchFailure(`it is too large: ${fileSize(announced)}, and at most ${fileSize(most)} are read`);
      const charset = /charset="?([\w-]+)/i.exec(header)?.[1] ?? "utf-8";
      return { url: finalUrl, contentType, charset, bytes: await readBody(answer.body, most) };
    };
    return follow(url, "GET", signal, read, limits.timeoutMs);
  };

  return {
    fetchBytes,
    async checkUrlAllowed(url) {
      checkUrlShape(url, rules);
      try {
        await withinTime(findTarget(url, rules), AbortSignal.timeout(3000));
      } catch (error) {
        if (error instanceof HubError) throw error;
      }
    },
    async readPage(url, signal) {
      const page = await fetchBytes(url, { accept: pageTypes, signal });
      const text = decode(page);
      const isHtml = page.contentType.includes("html");
      const read = isHtml ? htmlToText(text) : { title: firstHeading(text), text: text.trim() };
      if (!read.text) throw new FetchFailure("it holds no text");
      return { url: page.url, title: read.title || new URL(page.url).hostname, text: read.text };
    },
    async linkResolves(url, signal) {
      for (const method of ["HEAD", "GET"] as const) {
        const status = await follow(url, method, signal, async (answer) => answer.status).catch(() => {
          signal?.throwIfAborted();
          return 0;
        });
        if (status > 0 && status < 400) return true;
        // Pages that ask for a key or dislike machines exist all the same.
        if (status === 401 || status === 403 || status === 429) return true;
      }
      return false;
    },
  };
}

/** What the product uses; tests make their own. */
export const guardedClient = createGuardedClient();

/** Connects to the address that was judged, whatever the name says by then; TLS still checks the name. */
function pinnedAgent({ address, family }: Target): Agent {
  return new Agent({
    connect: {
      lookup: (_host, options, callback) => {
        if (options.all) callback(null, [{ address, family }]);
        else callback(null, address, family);
      },
    },
    pipelining: 0,
  });
}

async function withinTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      const giveUp = () => reject(new FetchFailure("it did not answer in time"));
      if (signal.aborted) giveUp();
      else signal.addEventListener("abort", giveUp, { once: true });
    }),
  ]);
}

function decode({ bytes, charset }: FetchedBytes): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function firstHeading(text: string): string {
  return /^#{1,2}\s+(.+)$/m.exec(text)?.[1]?.trim() ?? "";
}

function failureAt(url: string, error: unknown): Error {
  if (error instanceof HubError) return error;
  return new FetchFailure(error instanceof FetchFailure ? error.message : whyNot(error), { cause: error, url });
}

function whyNot(error: unknown): string {
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) {
    return "it did not answer in time";
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND") return "no machine has that name";
  return code ? `it cannot be reached (${code})` : "it cannot be reached";
}
