/**
 * Something outside the program is not as it must be: a variable, a folder, a port, the database. The message is one
 * line that says what and what would do instead; entry points print it alone and exit with 1.
 */
export class StartupError extends Error {
  override name = "StartupError";
}
