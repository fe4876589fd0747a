import { handle } from "./handler.ts";

/** Sign-in, sign-out and session of the browser: next-auth's own routes and formats. */
export const GET = handle;
export const POST = handle;
