import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `#` specifiers carry their real extensions, so one source tree serves Next and Node alike.
  typedRoutes: false,
  // A trailing slash is accepted without a redirect, on pages as on the API.
  skipTrailingSlashRedirect: true,
  // Nobody gets a page before its title: streamed metadata leaves one nameless while its data is being read.
  htmlLimitedBots: /.*/,
  // Native modules, and what must be one instance in the process.
  serverExternalPackages: ["@node-rs/argon2", "@resvg/resvg-js", "pg-boss", "pino", "postgres", "sharp"],
  // `npm run verify` and `npm test` check types; a start has no use for a second check.
  typescript: { ignoreBuildErrors: true },
};

export default config;
