import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { unsubscribe } from "#domain/notifications/unsubscribe.ts";
import { absoluteUrl } from "#lib/http/links.ts";

const query = z.strictObject({ token: z.string().max(500).meta({ description: "As the mail's link carries it" }) });

export const POST = route(
  {
    summary: "Stop one kind of mail by the link that it carries, in one click (RFC 8058)",
    access: "public",
    query,
    responses: { 204: null },
    errors: ["NOT_FOUND"],
  },
  async ({ ctx, query: { token } }) => {
    await unsubscribe(ctx.db, token);
    return new Response(null, { status: 204 });
  },
);

/** Whoever merely looks at the link, a mail scanner too, changes nothing. */
export const GET = route(
  {
    summary: "The page on which a person stops that kind of mail",
    access: "public",
    query,
    responses: { 303: null },
  },
  async ({ query: { token } }) =>
    new Response(null, {
      status: 303,
      headers: { location: absoluteUrl(`/unsubscribe?${new URLSearchParams({ token })}`) },
    }),
);
