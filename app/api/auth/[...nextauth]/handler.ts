import { getDb } from "#db/client.ts";
import { handleNextAuth } from "#domain/auth/handle-next-auth.ts";
import { HubError } from "#lib/errors.ts";
import { getClientInfo } from "#lib/http/connection.ts";
import { errorResponse } from "#lib/http/error-response.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * What next-auth answers to, and in its own forms; anything else is a path that is not there, as all over `/api`. Its `_log`
 * is left out: it writes into our log whatever anyone sends.
 */
const actions = ["providers", "session", "csrf", "signin", "signout", "callback", "verify-request", "error"];

/** next-auth, on the hub's database. */
export async function handle(request: Request, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  const { address, requestId } = getClientInfo(request);
  if (!actions.includes(nextauth[0] ?? "")) {
    return errorResponse(new HubError("NOT_FOUND", `There is nothing at /api/auth/${nextauth.join("/")}`), requestId);
  }
  try {
    return await handleNextAuth(request, nextauth, { db: getDb(), clientIp: address });
  } catch (error) {
    return errorResponse(error, requestId);
  }
}
