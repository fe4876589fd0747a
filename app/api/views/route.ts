import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { listViews, saveView } from "#domain/views/saved-views.ts";
import { json } from "#lib/http/route.ts";

const viewSchema = z.object({ id: z.string(), name: z.string(), query: z.string() }).meta({ id: "SavedView" });

export const GET = route(
  {
    summary: "One's own saved views of the queue",
    access: "tasks:read",
    responses: { 200: z.object({ views: z.array(viewSchema) }) },
  },
  async ({ ctx }) => json({ views: await listViews(ctx) }),
);

export const POST = route(
  {
    summary: "Save a view of the queue",
    access: "tasks:read",
    body: z.strictObject({ name: z.string().trim().min(1).max(80), query: z.string().max(2000).default("") }),
    responses: { 201: viewSchema },
  },
  async ({ ctx, body }) => json(await saveView(ctx, body), { status: 201 }),
);
