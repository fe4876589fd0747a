import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { getConcept } from "#domain/concepts/find-concept.ts";
import { conceptSchema } from "#lib/contract/concept-result.ts";
import { presentConcept } from "#lib/http/profiles/concept-result.ts";
import { readConceptId } from "#lib/http/profiles/concepts.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Read a finished concept with its variations",
    access: "tasks:read",
    params: z.strictObject({ result_id: z.string().max(64) }),
    responses: { 200: conceptSchema },
    errors: ["NOT_FOUND"],
    profile: "concepts",
  },
  async ({ ctx, params }) => json(presentConcept(await getConcept(ctx, readConceptId(params.result_id)))),
);
