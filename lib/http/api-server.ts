import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { HubError } from "#lib/errors.ts";
import { type ClientInfo, newRequestId, setClientInfo } from "#lib/http/connection.ts";
import { dispatch, isApiPath } from "#lib/http/dispatch.ts";
import { errorResponse } from "#lib/http/error-response.ts";
import type { RouteTable } from "#lib/http/route-table.ts";
import { serveUpgrade } from "#lib/http/upgrade.ts";

/** Answers what is for a `route.ts`, requests and upgrades, straight from Node's server. */
export class ApiServer {
  readonly #table: RouteTable;
  readonly #clients = new WeakMap<object, ClientInfo>();
  readonly #serve: (incoming: IncomingMessage, outgoing: ServerResponse) => void;

  constructor(table: RouteTable, hostname: string) {
    this.#table = table;
    this.#serve = getRequestListener(
      (req, { incoming }) => {
        const client = this.#clients.get(incoming);
        if (client) setClientInfo(req, client);
        return dispatch(table, req);
      },
      {
        hostname,
        // Only what is no request at all comes here: dispatch answers for the rest.
        errorHandler: () =>
          errorResponse(new HubError("VALIDATION_ERROR", "Malformed request", { status: 400 }), newRequestId()),
      },
    );
  }

  /** Whether the path is ours; the rest are pages. */
  serves(incoming: IncomingMessage): boolean {
    return isApiPath(this.#table, incoming.url?.split("?", 1)[0] ?? "/");
  }

  request(incoming: IncomingMessage, outgoing: ServerResponse, client: ClientInfo): void {
    this.#clients.set(incoming, client);
    this.#serve(incoming, outgoing);
  }

  upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, client: ClientInfo): void {
    serveUpgrade(this.#table, { incoming, socket, head }, client).catch(() => socket.destroy());
  }
}
