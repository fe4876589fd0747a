import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { createKey } from "#domain/keys/create-key.ts";
import { createKeySchema } from "#domain/keys/key-schema.ts";
import { listKeys } from "#domain/keys/list-keys.ts";
import { keyResponseSchema, presentKey } from "#lib/contract/key-response.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "The account's API keys, newest first",
    access: "account:admin",
    responses: { 200: z.object({ keys: z.array(keyResponseSchema) }) },
  },
  async ({ ctx }) => json({ keys: (await listKeys(ctx)).map(presentKey) }),
);

export const POST = route(
  {
    summary: "Create an API key; it is shown this once",
    access: "account:admin",
    body: createKeySchema,
    responses: { 201: keyResponseSchema.extend({ key: z.string() }) },
  },
  async ({ ctx, body }) => {
    const created = await createKey(ctx, body);
    return json({ ...presentKey(created), key: created.key }, { status: 201 });
  },
);
