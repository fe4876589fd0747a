import { Command } from "commander";
import { createAccountFor, createAccountSchema } from "#domain/accounts/create-account-for.ts";
import { listAllAccounts } from "#domain/accounts/list-all-accounts.ts";
import { readInput } from "#scripts/hub/read-input.ts";
import { by, printTable, withHub } from "#scripts/hub/with-hub.ts";

export function accountCommands(): Command {
  const accounts = new Command("accounts").description("accounts, which share nothing");
  accounts
    .command("list")
    .description("every account")
    .action(async () => {
      const found = await withHub((db) => listAllAccounts(db));
      printTable(
        ["slug", "name", "id", "members"],
        found.map(({ slug, name, id, members }) => [slug, name, id, members]),
      );
    });
  accounts
    .command("create")
    .description("make an account and print its id")
    .requiredOption("--name <name>", "what it is called")
    .requiredOption("--admin <email>", "an existing user, who becomes its admin")
    .action(async ({ admin, ...given }: { name: string; admin: string }) => {
      const { name } = readInput(createAccountSchema, given);
      const { id } = await withHub((db) => createAccountFor(db, { name, adminEmail: admin, by }));
      console.log(id);
    });
  return accounts;
}
