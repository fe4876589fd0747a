export type MailLook = "light" | "dark";

const darkQuery = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi;
const lightQuery = /\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi;
const always = "(min-width: 0)";
const never = "(max-width: 0)";

/** Whether the mail says how it looks in the dark. */
export function hasDarkStyles(html: string): boolean {
  darkQuery.lastIndex = 0;
  return darkQuery.test(html);
}

/**
 * The mail as a program in light or dark would show it: its queries about the colour scheme answered, whatever the
 * reader's own is, and its links opening beside the hub.
 */
export function dressMail(html: string, look: MailLook): string {
  const answered = html
    .replace(darkQuery, look === "dark" ? always : never)
    .replace(lightQuery, look === "light" ? always : never);
  const head = `<base target="_blank"><style>html:root{color-scheme:${look}!important}body{margin:0}</style>`;
  return /<head[^>]*>/i.test(answered) ? answered.replace(/<head[^>]*>/i, (tag) => tag + head) : head + answered;
}
