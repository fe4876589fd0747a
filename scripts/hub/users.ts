import { Command, Option } from "commander";
import { inviteMemberSchema, inviteMemberToAccount } from "#domain/members/invite-member.ts";
import { listUsers } from "#domain/users/list-users.ts";
import { resetPassword } from "#domain/users/reset-password.ts";
import { roles } from "#lib/contract/access.ts";
import { publicUrl } from "#lib/env.ts";
import { readInput } from "#scripts/hub/read-input.ts";
import { by, printTable, withAccountNamed, withHub } from "#scripts/hub/with-hub.ts";

const link = (page: string, token: string) => `${publicUrl()}/${page}?token=${encodeURIComponent(token)}`;

export function userCommands(): Command {
  const users = new Command("users").description("people");
  users
    .command("list")
    .description("everyone, with their accounts and roles")
    .action(async () => {
      const found = await withHub((db) => listUsers(db));
      printTable(
        ["email", "name", "accounts"],
        found.map(({ email, name, memberships }) => [
          email,
          name,
          memberships.map(({ account, role }) => `${account} (${role})`).join(", "),
        ]),
      );
    });
  users
    .command("invite <email>")
    .description("print a link by which this person joins an account")
    .option("--account <account>", "slug, name or id; the only account by default")
    .addOption(new Option("--role <role>", "what they may do").choices([...roles]).default("reviewer"))
    .action(async (email: string, { account, role }: { account?: string; role: string }) => {
      const input = readInput(inviteMemberSchema, { email, role });
      const { token } = await withAccountNamed(account, ({ db, actor }) =>
        inviteMemberToAccount(db, { ...input, accountId: actor.accountId, by }),
      );
      console.log(link("invitation", token));
    });
  users
    .command("reset-password <email>")
    .description("print a link by which this person sets a new password; it ends all their sessions")
    .action(async (email: string) => {
      const { token } = await withHub((db) => resetPassword(db, email));
      console.log(link("reset-password", token));
    });
  return users;
}
