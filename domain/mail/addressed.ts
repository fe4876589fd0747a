import type { Letter } from "#lib/mail/typeset-letter.ts";

/** A letter and whom it goes to. */
export type Addressed = { to: string; letter: Letter; unsubscribeUrl?: string };
