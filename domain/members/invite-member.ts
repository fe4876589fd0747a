import { and, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "#db/client.ts";
import { memberships, oneTimeTokens, users } from "#db/schema/people.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { systemActor } from "#domain/auth/system-actor.ts";
import { type Ctx, inAccount, requireScope } from "#domain/context.ts";
import { mailLink } from "#domain/mail/mail-link.ts";
import { issueOneTimeToken } from "#domain/users/one-time-token.ts";
import { emailSchema } from "#lib/auth/password-schema.ts";
import { type Role, roles } from "#lib/contract/access.ts";
import { validationError } from "#lib/errors.ts";
import { absoluteUrl } from "#lib/http/links.ts";

export const inviteMemberSchema = z.strictObject({ email: emailSchema, role: z.enum(roles) });

/** `mailed`: the link goes to the person by itself. */
export type InvitationLink = { token: string; expiresAt: Date; mailed: boolean };

const hours = 7 * 24;

/**
 * The token of a link by which this person joins the account, for a week; a new invitation ends the one before.
 * @throws HubError VALIDATION_ERROR for someone who is a member already
 */
export async function inviteMember(ctx: Ctx, input: { email: string; role: Role }): Promise<InvitationLink> {
  requireScope(ctx, "account:admin");
  const { accountId } = ctx.actor;
  const email = input.email.trim().toLowerCase();
  return inAccount(ctx, async (tx) => {
    const [member] = await tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.accountId, accountId)))
      .where(sql`lower(${users.email}) = ${email}`);
    if (member) throw validationError([{ path: "email", message: "is a member of this account already" }]);
    await tx
      .delete(oneTimeTokens)
      .where(
        and(
          eq(oneTimeTokens.purpose, "invitation"),
          eq(oneTimeTokens.accountId, accountId),
          eq(oneTimeTokens.email, email),
          isNull(oneTimeTokens.usedAt),
        ),
      );
    const link = await issueOneTimeToken(tx, { purpose: "invitation", accountId, email, role: input.role, hours });
    const detail = { email, role: input.role };
    await recordAudit({ ...ctx, tx }, { action: "member.invite", targetType: "account", targetId: accountId, detail });
    const url = absoluteUrl(`/invitation?token=${encodeURIComponent(link.token)}`);
    const mailed = await mailLink({ ...ctx, tx }, "invitation", { to: email, url, by: ctx.actor.name });
    return { ...link, mailed };
  });
}

/** The same for whoever commands the machine. */
export function inviteMemberToAccount(
  db: Database,
  { accountId, by, ...input }: { accountId: string; by: string; email: string; role: Role },
): Promise<InvitationLink> {
  return inviteMember({ db, actor: systemActor(accountId, by), requestId: null }, input);
}
