/** The hub under test, as whoever started it says. */
export const hub = {
  baseUrl: given("E2E_BASE_URL"),
  /** Its database as the owner, to look into. */
  databaseUrl: given("E2E_DATABASE_URL"),
  /** Its `DATA_DIR`. */
  dataDir: given("E2E_DATA_DIR"),
  /** The link that makes the first admin; it works once. */
  setupUrl: given("E2E_SETUP_URL"),
};

export const admin = {
  name: "Ada Admin",
  email: "ada@example.com",
  password: "correct horse battery",
  accountName: "Tidewater Press",
  accountSlug: "tidewater-press",
};

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; \`npm test\` starts a hub and sets it.`);
  return value;
}
