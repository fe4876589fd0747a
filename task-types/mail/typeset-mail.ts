import mjml2html from "mjml";
import { renderMarkdown } from "#lib/markdown/render-markdown.ts";
import { languageCode } from "#task-types/text/language.ts";
import { darkStyles, mailParts } from "./dark-styles.ts";
import { plainText } from "./plain-text.ts";

export type MailBlock = {
  heading?: string;
  markdown: string;
  button?: { text: string; url: string };
};

export type Mail = {
  subject: string;
  preheader: string;
  language: string;
  /** Shown above the words; `url` may be a reference to one of this hub's files. */
  picture?: { url: string; alt: string };
  blocks: MailBlock[];
};

/** A mail as responsive HTML, with tables and inlined styles as mail programs need them, and as plain text. */
export async function typesetMail(mail: Mail): Promise<{ html: string; text: string }> {
  const { html, errors } = await mjml2html(mjmlOf(mail), { validationLevel: "soft", fonts: {}, keepComments: false });
  if (errors.length > 0) throw new Error(`the mail could not be typeset: ${errors[0]?.formattedMessage}`);
  return { html, text: textOf(mail) };
}

function mjmlOf({ subject, preheader, language, picture, blocks }: Mail): string {
  const code = languageCode(language);
  const image = picture
    ? `<mj-section padding="0"><mj-column><mj-image padding="0" src="${attribute(picture.url)}" alt="${attribute(picture.alt)}" width="600px" /></mj-column></mj-section>`
    : "";
  return `<mjml lang="${code === "und" ? "en" : code}">
<mj-head>
<mj-title>${text(subject)}</mj-title>
<mj-preview>${text(preheader)}</mj-preview>
<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
<mj-attributes>
<mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
<mj-text css-class="${mailParts.words}" font-size="16px" line-height="1.55" color="#1c1f23" padding="8px 24px" />
<mj-section css-class="${mailParts.paper}" background-color="#ffffff" padding="8px 0" />
<mj-button background-color="#0b57a4" color="#ffffff" font-size="16px" border-radius="6px" inner-padding="13px 24px" align="left" padding="12px 24px 20px" />
</mj-attributes>
<mj-style inline="inline">
p { margin: 0 0 12px; } ul, ol { margin: 0 0 12px; padding-left: 22px; } li { margin: 0 0 6px; }
h1, h2, h3 { line-height: 1.25; margin: 8px 0 8px; } h1 { font-size: 24px; } h2 { font-size: 20px; } h3 { font-size: 17px; }
a { color: #0b57a4; } blockquote { margin: 0 0 12px; padding-left: 12px; border-left: 3px solid #d9dee4; color: #4a525b; }
</mj-style>
<mj-style>${darkStyles}</mj-style>
</mj-head>
<mj-body css-class="${mailParts.ground}" background-color="#eef1f4" width="600px">
${image}
${blocks.map(blockOf).join("\n")}
</mj-body>
</mjml>`;
}

function blockOf({ heading, markdown, button }: MailBlock): string {
  const body = renderMarkdown(markdown, { resolveFile: () => null }).replace(/ id="[^"]*"/g, "");
  const title = heading ? `<h2>${text(heading)}</h2>` : "";
  const link = button ? `<mj-button href="${attribute(button.url)}">${text(button.text)}</mj-button>` : "";
  return `<mj-section><mj-column><mj-text>${title}${body}</mj-text>${link}</mj-column></mj-section>`;
}

function textOf({ blocks }: Mail): string {
  const parts = blocks.map(({ heading, markdown, button }) =>
    [heading ? plainText(`## ${heading}`) : "", plainText(markdown), button ? `${button.text}: ${button.url}` : ""]
      .filter(Boolean)
      .join("\n\n"),
  );
  return `${parts.join("\n\n")}\n`;
}

function text(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function attribute(value: string): string {
  return text(value).replace(/"/g, "&quot;");
}
