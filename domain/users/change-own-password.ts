import { eq } from "drizzle-orm";
import * as z from "zod";
import { users } from "#db/schema/people.ts";
import { countAttempt, forgiveAttempt } from "#domain/auth/throttle.ts";
import { asSystem, type Ctx } from "#domain/context.ts";
import { setPassword } from "#domain/users/reset-password.ts";
import { hashPassword, verifyPassword } from "#lib/auth/password-hash.ts";
import { passwordSchema } from "#lib/auth/password-schema.ts";
import { HubError, validationError } from "#lib/errors.ts";

export const changeOwnPasswordSchema = z.strictObject({
  current_password: z.string().min(1).max(1000),
  password: passwordSchema,
});

/**
 * A person's new password, for the old one. Signs them out everywhere.
 * @throws HubError VALIDATION_ERROR when the old one is wrong; RATE_LIMITED: a stolen session must not find it out
 */
export async function changeOwnPassword(ctx: Ctx, input: { currentPassword: string; password: string }): Promise<void> {
  const { userId } = ctx.actor;
  if (!userId) throw new HubError("FORBIDDEN", "Only a person has a password");
  const limits = [{ subject: `own-password:${userId}`, max: 5 }];
  await countAttempt(ctx.db, limits);
  const [user] = await ctx.db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId));
  if (!(await verifyPassword(user?.hash ?? null, input.currentPassword))) {
    throw validationError([{ path: "current_password", message: "is wrong" }]);
  }
  await forgiveAttempt(ctx.db, limits);
  const passwordHash = await hashPassword(input.password);
  await asSystem(ctx.db, (tx) => setPassword(tx, userId, passwordHash, "its owner"));
}
