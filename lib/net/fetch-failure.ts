/** An address that is allowed and still gave nothing usable; the message says why, worded after "because". */
export class FetchFailure extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "FetchFailure";
  }
}
