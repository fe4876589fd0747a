/** Next's bundle is another module graph than the server's own code; they meet on the global object. */
const shared: { [name: symbol]: Dispatch | undefined } = globalThis as never;
const name = Symbol.for("oversight-hub.dispatch");

type Dispatch = (request: Request) => Promise<Response>;

/** Lets pages ask the API of this process without going over the network. */
export function answerWithin(dispatch: Dispatch): void {
  shared[name] = dispatch;
}

/** @throws Error where there is no server of ours, as under `next dev` */
export function askWithin(request: Request): Promise<Response> {
  const dispatch = shared[name];
  if (!dispatch) throw new Error("Nothing answers within this process.");
  return dispatch(request);
}
