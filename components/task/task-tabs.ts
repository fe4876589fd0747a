import { parseAsStringLiteral } from "nuqs";

export const contentTabs = ["preview", "markdown", "diff", "json"] as const;
export type ContentTab = (typeof contentTabs)[number];

/** What the middle of the screen shows, kept in the address. */
export const contentTabParser = parseAsStringLiteral([...contentTabs, "edit"] as const).withDefault("preview");
