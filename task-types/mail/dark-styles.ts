/** Classes of the parts whose colours turn in the dark. */
export const mailParts = { ground: "mail-ground", paper: "mail-paper", words: "mail-words" } as const;
/** Tells the tables of a text from those that a mail is laid out with. */
export const dataTable = "mail-table";

const { ground, paper, words } = mailParts;

/** Selectors, and what becomes of them; inlined styles yield to `!important` alone. */
const rules: [selectors: string[], declarations: string][] = [
  [[`.${ground}`, `.${ground} > div`], "background-color: #15181c !important;"],
  [[`.${paper}`, `.${paper} > table`], "background: #1f2429 !important; background-color: #1f2429 !important;"],
  [
    [`.${words} div`, `.${words} p`, `.${words} li`, `.${words} h1`, `.${words} h2`, `.${words} h3`],
    "color: #e6e9ed !important;",
  ],
  [[`.${words} a`], "color: #8ab8ee !important;"],
  [
    [`.${words} .${dataTable} th`, `.${words} .${dataTable} td`],
    "color: #e6e9ed !important; border-color: #3c444d !important;",
  ],
  [[`.${words} pre`], "background: #15181c !important; color: #e6e9ed !important;"],
  [[`.${words} blockquote`, `.${words} blockquote p`], "color: #b6bec8 !important; border-color: #3c444d !important;"],
];

/**
 * How a mail looks in the dark: for programs that ask the system (Apple Mail, Outlook for Mac, Thunderbird), and for
 * Outlook on the web, which marks what it has turned itself with attributes of its own. Those that only invert keep
 * the light styles.
 */
export const darkStyles = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
${rules.map(([selectors, declarations]) => `${selectors.join(", ")} { ${declarations} }`).join("\n")}
}
${rules.map(([selectors, declarations]) => `${selectors.flatMap(inOutlook).join(", ")} { ${declarations} }`).join("\n")}`;

function inOutlook(selector: string): string[] {
  return ["[data-ogsc]", "[data-ogsb]"].map((mark) => `${mark} ${selector}`);
}
