import { jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import { derivedKey } from "#lib/auth/derived-key.ts";
import { profiles } from "#lib/contract/access.ts";

const issuer = "oversight-hub";
/** Seconds. Long enough for a working day; signing out everywhere ends a token at once all the same. */
export const accessTokenLifetime = 12 * 60 * 60;

const claimsSchema = z.object({
  sub: z.uuid(),
  /** The user's session version when it was issued. */
  sv: z.int(),
  account_id: z.uuid().optional(),
  profile: z.enum(profiles).optional(),
});

export type AccessTokenClaims = z.output<typeof claimsSchema>;

const key = () => derivedKey("oversight-hub access token");

/** A JWT (HS256) that stands for a user until it expires or the user's session version rises. */
export function signAccessToken({ sub, ...claims }: AccessTokenClaims): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(sub)
    .setIssuer(issuer)
    .setIssuedAt()
    .setExpirationTime(`${accessTokenLifetime}s`)
    .sign(key());
}

/** Null for anything that is not a token of ours, whole and unexpired. */
export async function readAccessToken(token: string): Promise<AccessTokenClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key(), {
      issuer,
      algorithms: ["HS256"],
      requiredClaims: ["exp", "sub"],
    });
    return claimsSchema.parse(payload);
  } catch {
    return null;
  }
}
