import { Command } from "commander";
import { loadDotEnv } from "#lib/env.ts";
import { HubError } from "#lib/errors.ts";
import { StartupError } from "#lib/startup-error.ts";
import { accountCommands } from "#scripts/hub/accounts.ts";
import { backupCommands } from "#scripts/hub/backup-commands.ts";
import { doctorCommand } from "#scripts/hub/doctor.ts";
import { keyCommands } from "#scripts/hub/keys.ts";
import { taskCommands } from "#scripts/hub/tasks.ts";
import { userCommands } from "#scripts/hub/users.ts";

/** `npm run hub -- …`: for whoever commands the machine. Results go to standard output, everything else to standard error. */
loadDotEnv();
process.env.LOG_LEVEL ??= "warn";

const program = new Command("hub")
  .description("Oversight Hub from the command line")
  .showHelpAfterError()
  .addCommand(keyCommands())
  .addCommand(userCommands())
  .addCommand(accountCommands())
  .addCommand(taskCommands())
  .addCommand(doctorCommand());
for (const command of backupCommands()) program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  const forPeople = error instanceof HubError || error instanceof StartupError;
  console.error(forPeople ? error.message : error);
  if (error instanceof HubError) for (const issue of issuesOf(error)) console.error(`  ${issue}`);
  process.exitCode = 1;
}
// Clients that were never closed keep a process alive; whatever they held is committed by now.
process.exit();

function issuesOf({ details }: HubError): string[] {
  const { issues } = details as { issues?: { path: string; message: string }[] };
  return (issues ?? []).map(({ path, message }) => `${path} ${message}`);
}
