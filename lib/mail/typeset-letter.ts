import mjml2html from "mjml";

/** A short mail: what happened, and one way on. All words are plain text; addresses are absolute. */
export type Letter = {
  subject: string;
  /** One sentence that an inbox shows beside the subject. */
  preheader: string;
  lines: { text: string; url?: string }[];
  button?: { text: string; url: string };
  /** Why one gets this, and how to stop it. */
  footer: { text: string; url?: string }[];
};

/** As HTML for both themes, with tables and inlined styles as mail programs need them, and as plain text. */
export async function typesetLetter(letter: Letter): Promise<{ html: string; text: string }> {
  const { html, errors } = await mjml2html(mjmlOf(letter), {
    validationLevel: "soft",
    fonts: {},
    keepComments: false,
  });
  if (errors.length > 0) throw new Error(`the mail could not be typeset: ${errors[0]?.formattedMessage}`);
  return { html, text: textOf(letter) };
}

function mjmlOf({ subject, preheader, lines, button, footer }: Letter): string {
  const body = lines.map(({ text, url }) => `<mj-text css-class="words">${linked(text, url)}</mj-text>`).join("\n");
  const action = button ? `<mj-button href="${attribute(button.url)}">${escaped(button.text)}</mj-button>` : "";
  const foot = footer.map(({ text, url }) => linked(text, url)).join("<br />");
  return `<mjml lang="en">
<mj-head>
<mj-title>${escaped(subject)}</mj-title>
<mj-preview>${escaped(preheader)}</mj-preview>
<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
<mj-attributes>
<mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
<mj-text font-size="16px" line-height="1.5" color="#1f1d1a" padding="6px 24px" />
<mj-button background-color="#1c4a97" color="#ffffff" font-size="16px" border-radius="6px" inner-padding="12px 22px" align="left" padding="16px 24px 20px" />
</mj-attributes>
<mj-style>
@media (prefers-color-scheme: dark) {
  .page, .page > div { background: #151412 !important; background-color: #151412 !important; }
  .page .sheet, .sheet > table { background: #1d1b19 !important; background-color: #1d1b19 !important; }
  .words div, .words a { color: #ece8e1 !important; }
  .foot div, .foot a { color: #b9b3a9 !important; }
}
</mj-style>
<mj-style inline="inline">a { color: #1c4a97; }</mj-style>
</mj-head>
<mj-body background-color="#f6f4f0" width="560px" css-class="page">
<mj-section background-color="#fffefc" padding="18px 0 6px" css-class="sheet"><mj-column>${body}${action}</mj-column></mj-section>
<mj-section padding="8px 0 24px"><mj-column><mj-text css-class="foot" font-size="13px" color="#524e47">${foot}</mj-text></mj-column></mj-section>
</mj-body>
</mjml>`;
}

function textOf({ lines, button, footer }: Letter): string {
  const plain = ({ text, url }: { text: string; url?: string }) => (url ? `${text}\n${url}` : text);
  const parts = [...lines.map(plain), ...(button ? [`${button.text}: ${button.url}`] : [])];
  return `${parts.join("\n\n")}\n\n-- \n${footer.map(plain).join("\n")}\n`;
}

function linked(text: string, url: string | undefined): string {
  return url ? `<a href="${attribute(url)}">${escaped(text)}</a>` : escaped(text);
}

function escaped(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function attribute(value: string): string {
  return escaped(value).replace(/"/g, "&quot;");
}
