import { WebSocketServer } from "ws";
import { route } from "#app/_server/hub-route.ts";
import { takeStream } from "#app/_server/open-streams.ts";
import { TaskSocket } from "#app/_server/task-socket.ts";
import { takeUpgrade } from "#lib/http/upgrade.ts";

/** The subprotocol that browsers name beside `bearer.{token}`: they refuse a connection on which none was chosen. */
const protocol = "oversight-hub";

const sockets = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  maxPayload: 16 * 1024,
  handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
});

export const GET = route(
  {
    summary: "Live updates over a WebSocket",
    description:
      'Send `{"action": "subscribe", "task_id"}`, or `group_id`; the present state answers at once, then each update ' +
      "comes with `task_id`, `status`, `progress` and `message`. `unsubscribe` ends it. A frame that cannot be " +
      "carried out is answered by an error in the usual envelope. Credentials are those of any request; a page in a " +
      "browser that has no session sends the subprotocols `oversight-hub` and `bearer.{token}`.",
    access: "tasks:read",
    responses: { 101: null },
    profile: "inference",
  },
  async ({ ctx, profile, request, requestId }) => {
    const giveBack = takeStream(ctx.actor);
    const { incoming, socket, head } = takeUpgrade(request, giveBack);
    const client = await TaskSocket.prepare({ ctx, profile, request, requestId }).catch((error: unknown) => {
      // The connection is ours now: nobody else answers on it.
      socket.destroy();
      throw error;
    });
    if (socket.destroyed) client.discard();
    socket.once("close", () => client.discard());
    sockets.handleUpgrade(incoming, socket, head, (opened) => client.open(opened));
    return new Response(null);
  },
);
