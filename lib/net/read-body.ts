import { FetchFailure } from "./fetch-failure.ts";

/**
 * Reads a body up to a limit, which counts what arrives after decompression: a small bomb is a large body.
 * @throws FetchFailure beyond it.
 */
export async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new FetchFailure(`it is too large: at most ${fileSize(maxBytes)} are read`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** "5 MiB", "40 KiB" */
export function fileSize(bytes: number): string {
  const mebibytes = bytes / 1024 / 1024;
  return mebibytes < 1 ? `${Math.ceil(bytes / 1024)} KiB` : `${Number(mebibytes.toFixed(1))} MiB`;
}
