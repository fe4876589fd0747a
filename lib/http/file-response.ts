export type ServedFile = {
  name: string;
  /** What the file is to its task; see `rulesOf`. */
  role?: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  open: (range?: { start: number; end: number }) => Promise<ReadableStream<Uint8Array>>;
};

const locked = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * A lesson is a page that plays: its scripts run in an origin of its own, from which nothing of the hub and nothing on the
 * network can be reached.
 */
const playing =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; media-src data: blob:; font-src data:; form-action 'none'; sandbox allow-scripts";

/** Browsers show PDFs in a viewer of their own, which does not start within a sandbox. */
const paged = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'";

/** Types that a browser may show in place; anything else is downloaded, so that no stored page runs as ours. */
const shown =
  /^(?:image\/(?:png|jpeg|webp|gif|avif)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf|text\/(?:plain|vtt))\b/;

/** Serves a file or one range of it (RFC 9110, section 14), under its content hash as ETag. */
export async function fileResponse(request: Request, file: ServedFile): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const { placement, policy } = rulesOf(file);
  const headers: Record<string, string> = {
    "content-type": file.contentType,
    "content-disposition": `${placement}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "cache-control": "private, max-age=604800, immutable",
    "accept-ranges": "bytes",
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "cross-origin",
    etag,
  };
  if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
  const wanted = request.headers.get("range");
  const range = wanted && rangeStillApplies(request, etag) ? readRange(wanted, file.size) : null;
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${file.size}` } });
  }
  const length = range ? range.end - range.start + 1 : file.size;
  if (range) headers["content-range"] = `bytes ${range.start}-${range.end}/${file.size}`;
  headers["content-length"] = String(length);
  const body = request.method === "HEAD" ? null : await file.open(range ?? undefined);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** Where a browser shows a file, and what the file may do there. */
function rulesOf({ role, contentType }: ServedFile): { placement: "inline" | "attachment"; policy: string } {
  if (role === "lesson" && /^text\/html\b/.test(contentType)) return { placement: "inline", policy: playing };
  if (/^application\/pdf\b/.test(contentType)) return { placement: "inline", policy: paged };
  return { placement: shown.test(contentType) ? "inline" : "attachment", policy: locked };
}

function rangeStillApplies(request: Request, etag: string): boolean {
  const condition = request.headers.get("if-range");
  return condition === null || condition === etag;
}

/** One byte range; several, or none that can be read, mean the whole file. */
function readRange(header: string, size: number): { start: number; end: number } | "unsatisfiable" | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? "unsatisfiable" : { start, end };
}
