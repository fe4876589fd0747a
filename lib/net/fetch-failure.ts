/** An address that is allowed and still gave nothing usable; the message says why, worded after "because". */
export class FetchFailure extends Error {
  /** The address that was asked, where there is one. */
  readonly url: string | null;

  constructor(message: string, { url, ...options }: { cause?: unknown; url?: string } = {}) {
    super(message, options);
    this.name = "FetchFailure";
    this.url = url ?? null;
  }
}
