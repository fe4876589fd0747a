import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { publicUrl } from "#lib/env.ts";

/** Pages that other sites may show in a frame. */
const embeddable = /^\/quiz\//;

/**
 * Sets the security headers of a page, and tells Next the nonce of its scripts: it reads the policy from the request and
 * marks every script that it writes; our own scripts take it from `x-nonce`.
 *
 * @param secure the hub is reached by https
 */
export function securePage(incoming: IncomingMessage, outgoing: ServerResponse, secure: boolean): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, embeddable.test(incoming.url ?? ""), secure);
  incoming.headers["x-nonce"] = nonce;
  incoming.headers["content-security-policy"] = policy;
  // Pages do not know their own address; signing in leads back to it.
  incoming.headers["x-page-path"] = incoming.url;
  outgoing.setHeader("Content-Security-Policy", policy);
  outgoing.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  outgoing.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
}

/** What holds for every answer, pages or not. */
export function secureAnswer(outgoing: ServerResponse, secure: boolean): void {
  outgoing.setHeader("X-Content-Type-Options", "nosniff");
  if (secure) outgoing.setHeader("Strict-Transport-Security", "max-age=31536000");
}

function contentSecurityPolicy(nonce: string, framed: boolean, secure: boolean): string {
  // Files have absolute addresses, and the hub may be open under another name of the same machine (localhost).
  const files = new URL(publicUrl()).origin;
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // Positions computed at run time (virtual lists, popovers) are style attributes, which no nonce can mark.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' ${files} data: blob:`,
    `media-src 'self' ${files} blob:`,
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? "*" : "'none'"}`,
  ];
  return [...directives, ...(secure ? ["upgrade-insecure-requests"] : [])].join("; ");
}
