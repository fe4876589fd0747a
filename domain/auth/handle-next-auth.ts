import NextAuthModule from "next-auth";
import type { Database } from "#db/client.ts";
import { defaultExport } from "#domain/auth/default-export.ts";
import { nextAuthOptions } from "#domain/auth/next-auth-options.ts";
import { parseCookies } from "#lib/auth/cookies.ts";
import { env } from "#lib/env.ts";
import { readBytes } from "#lib/http/read-body.ts";

/** Bytes: an address, a password and where to go on to. */
const bodyLimit = 16 * 1024;

/**
 * next-auth v4 as a function of a web Request: its handler for Next's older API asks only for these few things of
 * request and response, where the one for route handlers would need Next's own request scope.
 * @param action the path's parts after `/api/auth/`
 * @throws HubError PAYLOAD_TOO_LARGE
 */
export async function handleNextAuth(
  request: Request,
  action: string[],
  { db, clientIp }: { db: Database; clientIp: string | null },
): Promise<Response> {
  // next-auth takes its own address from NEXTAUTH_URL or, trusting the host, from the forwarding headers, which
  // `internalRequest` sets: so it works on any host and port, and never believes a client's headers.
  delete process.env.NEXTAUTH_URL;
  process.env.AUTH_TRUST_HOST = "true";
  const answer = new Answer();
  await callNextAuth(await internalRequest(request, action), answer, nextAuthOptions(db, clientIp));
  return answer.toResponse();
}

type Arguments = [InternalRequest, Answer, ReturnType<typeof nextAuthOptions>];
type InternalRequest = Awaited<ReturnType<typeof internalRequest>>;

/** next-auth types its arguments as Next's; it uses what InternalRequest and Answer have (next-auth/next/index.js). */
const callNextAuth = defaultExport(NextAuthModule) as unknown as (...args: Arguments) => Promise<void>;

async function internalRequest(request: Request, action: string[]) {
  const query: Record<string, string | string[]> = Object.fromEntries(new URL(request.url).searchParams);
  const origin = new URL(ownOrigin(request.headers));
  return {
    method: request.method,
    query: { ...query, nextauth: action },
    body: await readBody(request),
    cookies: Object.fromEntries(parseCookies(request.headers.get("cookie"))),
    headers: {
      ...Object.fromEntries(request.headers),
      "x-forwarded-host": origin.host,
      "x-forwarded-proto": origin.protocol.slice(0, -1),
    },
  };
}

/** PUBLIC_URL, else the host that the browser named: its cookies belong to that one. */
function ownOrigin(headers: Headers): string {
  const { PUBLIC_URL, HOST, PORT } = env();
  const named = `http://${headers.get("host")}`;
  return PUBLIC_URL ?? (URL.canParse(named) ? named : `http://${HOST}:${PORT}`);
}

async function readBody(request: Request): Promise<Record<string, string>> {
  if (request.method !== "POST") return {};
  const text = new TextDecoder().decode(await readBytes(request, bodyLimit));
  if (!request.headers.get("content-type")?.includes("application/json")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}

/** As much of Next's older response as next-auth uses. */
class Answer {
  #status = 200;
  #body: string | null = null;
  readonly #headers = new Headers({ "cache-control": "no-store" });

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string | string[] | undefined {
    return name.toLowerCase() === "set-cookie" ? this.#headers.getSetCookie() : (this.#headers.get(name) ?? undefined);
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.delete(name);
    for (const one of [value].flat()) this.#headers.append(name, one);
    return this;
  }

  json(body: unknown): void {
    this.setHeader("content-type", "application/json").send(JSON.stringify(body));
  }

  send(body: unknown): void {
    if (body !== null && typeof body === "object") this.json(body);
    else this.#body = body === undefined ? null : String(body);
  }

  end(): void {}

  toResponse(): Response {
    return new Response(this.#body, { status: this.#status, headers: this.#headers });
  }
}
