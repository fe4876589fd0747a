import { getDb } from "#db/client.ts";
import { handleNextAuth } from "#domain/auth/handle-next-auth.ts";
import { getClientInfo } from "#lib/http/connection.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth, on the hub's database. */
export async function handle(request: Request, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  return handleNextAuth(request, nextauth, { db: getDb(), clientIp: getClientInfo(request).address });
}
