import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { HubError } from "#lib/errors.ts";
import { newRequestId } from "#lib/http/connection.ts";
import { errorResponse } from "#lib/http/error-response.ts";

/** Answers what Node refuses before there is a request with the envelope of every other refusal. */
export function answerMalformedRequests(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable || hasBegunToAnswer(socket)) return void socket.destroy(error);
    void refuse(socket, faultOf(error));
  });
  server.on("checkExpectation", (_: IncomingMessage, outgoing: ServerResponse) => {
    void refuseBy(outgoing, fault(417, "Expect is not understood; leave it out", "Expect"));
  });
}

/**
 * The path and query of a request's target (RFC 9112, section 3.2): proxies send whole addresses, and the host in them is as
 * little believed as any other.
 */
function originForm(target: string): string {
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/is.exec(target) ?? [];
  if (rest === undefined) return target;
  return rest.startsWith("/") ? rest : `/${rest}`;
}

/**
 * Sees to what is neither the API's nor a page's, and leaves a request for those with a path as its address.
 * @returns whether it has answered
 */
export function answerRawRequest(incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  if (incoming.httpVersion === "1.1" && incoming.headers.host === undefined) {
    void refuseBy(outgoing, fault(400, "Host is required (RFC 9112, section 3.2)", "Host"));
    return true;
  }
  if (incoming.url === "*") {
    // About the server and no thing on it (RFC 9110, section 9.3.7).
    outgoing.writeHead(204, { allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" }).end();
    return true;
  }
  incoming.url = originForm(incoming.url ?? "/");
  return false;
}

/** Node hangs the answer under way on its socket. */
function hasBegunToAnswer(socket: Duplex): boolean {
  const { _httpMessage: answer } = socket as Duplex & { _httpMessage?: ServerResponse | null };
  return answer?.headersSent ?? false;
}

function faultOf({ code }: NodeJS.ErrnoException): HubError {
  if (code === "HPE_HEADER_OVERFLOW") return fault(431, "Address and headers together are larger than 16 KiB", "");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return fault(408, "The request took too long to arrive", "");
  return fault(400, "This is not a request of HTTP/1.1 (RFC 9112)", "");
}

function fault(status: number, message: string, field: string): HubError {
  return new HubError("VALIDATION_ERROR", message, { status, details: { field, reason: message } });
}

async function refuse(socket: Duplex, error: HubError): Promise<void> {
  const { headers, body } = await envelope(error);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${error.status} ${reasons[error.status] ?? ""}\r\n${lines.join("")}\r\n${body}`);
}

const reasons: Record<number, string> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

async function refuseBy(outgoing: ServerResponse, error: HubError): Promise<void> {
  const { headers, body } = await envelope(error);
  outgoing.writeHead(error.status, headers).end(body);
}

async function envelope(error: HubError): Promise<{ headers: Record<string, string>; body: string }> {
  const response = errorResponse(error, newRequestId());
  const body = await response.text();
  const length = String(Buffer.byteLength(body));
  return { headers: { ...Object.fromEntries(response.headers), "content-length": length, connection: "close" }, body };
}
