import mjml2html from "mjml";
import { renderMarkdown } from "#lib/markdown/render-markdown.ts";
import { directionOf } from "#task-types/text/fixed-words.ts";
import { languageCode } from "#task-types/text/language.ts";
import { darkStyles, dataTable, mailParts } from "./dark-styles.ts";
import { plainText } from "./plain-text.ts";

type MailBlock = {
  heading?: string;
  markdown: string;
  button?: { text: string; url: string };
};

export type Mail = {
  subject: string;
  preheader: string;
  language: string;
  /** Stands above all blocks, for a mail of several. */
  title?: string;
  /** Shown above the words; `url` may be a reference to one of this hub's files. */
  picture?: { url: string; alt: string };
  blocks: MailBlock[];
};

/** A mail as responsive HTML, with tables and inlined styles as mail programs need them, and as plain text. */
export async function typesetMail(mail: Mail): Promise<{ html: string; text: string }> {
  const { html, errors } = await mjml2html(mjmlOf(mail), { validationLevel: "soft", fonts: {}, keepComments: false });
  if (errors.length > 0) throw new Error(`the mail could not be typeset: ${errors[0]?.formattedMessage}`);
  // "auto" is a height for style sheets alone, where it stands too.
  return { html: html.replace(/(<img\s[^>]*?)\sheight="auto"/g, "$1"), text: textOf(mail) };
}

function mjmlOf({ subject, preheader, language, title, picture, blocks }: Mail): string {
  const code = languageCode(language);
  const direction = directionOf(language);
  const side = direction === "rtl" ? "right" : "left";
  const image = picture
    ? `<mj-section padding="0"><mj-column><mj-image padding="0" src="${attribute(picture.url)}" alt="${attribute(picture.alt)}" width="600px" /></mj-column></mj-section>`
    : "";
  return `<mjml lang="${code === "und" ? "en" : code}" dir="${direction}">
<mj-head>
<mj-title>${attribute(subject)}</mj-title>
<mj-preview>${text(preheader)}</mj-preview>
<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
<mj-attributes>
<mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
<mj-text css-class="${mailParts.words}" align="${side}" font-size="16px" line-height="1.55" color="#1c1f23" padding="8px 24px" />
<mj-section css-class="${mailParts.paper}" background-color="#ffffff" padding="8px 0" />
<mj-button background-color="#0b57a4" color="#ffffff" font-size="16px" border-radius="6px" inner-padding="13px 24px" align="${side}" padding="12px 24px 20px" />
</mj-attributes>
<mj-style inline="inline">
p { margin: 0 0 12px; } ul, ol { margin: 0 0 12px; padding-${side}: 22px; } li { margin: 0 0 6px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 8px 0 8px; } h1 { font-size: 24px; } h2 { font-size: 20px; } h3, h4, h5, h6 { font-size: 17px; }
a { color: #0b57a4; } blockquote { margin: 0 0 12px; padding-${side}: 12px; border-${side}: 3px solid #d9dee4; color: #4a525b; }
.${dataTable} { border-collapse: collapse; width: 100%; margin: 0 0 12px; font-size: 14px; line-height: 1.4; }
.${dataTable} th, .${dataTable} td { border-bottom: 1px solid #d9dee4; padding: 6px 8px; text-align: ${side}; vertical-align: top; overflow-wrap: break-word; }
pre { margin: 0 0 12px; padding: 12px; background: #f4f6f8; border-radius: 4px; font-size: 13px; line-height: 1.45; white-space: pre-wrap; word-break: break-word; }
code { font-family: Menlo, Consolas, monospace; font-size: 14px; }
</mj-style>
<mj-style>${darkStyles}</mj-style>
</mj-head>
<mj-body css-class="${mailParts.ground}" background-color="#eef1f4" width="600px">
${image}
${title ? `<mj-section padding="16px 0 0"><mj-column><mj-text><h1>${text(title)}</h1></mj-text></mj-column></mj-section>` : ""}
${blocks.map(blockOf).join("\n")}
</mj-body>
</mjml>`;
}

function blockOf({ heading, markdown, button }: MailBlock): string {
  const body = inMail(renderMarkdown(markdown, { resolveFile: () => null }), heading ? 3 : 2);
  const title = heading ? `<h2>${text(heading)}</h2>` : "";
  const link = button ? `<mj-button href="${attribute(button.url)}">${text(button.text)}</mj-button>` : "";
  return `<mj-section><mj-column><mj-text>${title}${body}</mj-text>${link}</mj-column></mj-section>`;
}

/**
 * What mail programs make of rendered Markdown: boxes are signs, for they show no fields of forms; anchors lead
 * nowhere; data tables are told from those of the layout. Text in it cannot look like a tag.
 * @param highest the level at which headings begin
 */
function inMail(html: string, highest: 2 | 3): string {
  const lower = (level: string) => Math.min(6, Number(level) + highest - 2);
  return html
    .replace(/ id="[^"]*"/g, "")
    .replace(
      /<h2 class="sr-only">[^<]*<\/h2>|<a href="#[^"]*" data-footnote-backref[^>]*>[^<]*(?:<sup>[^<]*<\/sup>)?<\/a>/g,
      "",
    )
    .replace(/<a href="#[^"]*"[^>]*>([\s\S]*?)<\/a>/g, "$1")
    .replace(
      /<input type="checkbox"( checked)? disabled>|<input type="checkbox" disabled( checked)?>/g,
      (_, ...[first, second]) => (first || second ? "☑" : "☐"),
    )
    .replace(/<table>/g, `<table class="${dataTable}">`)
    .replace(/<(\/?)h([2-6])>/g, (_, slash: string, level: string) => `<${slash}h${lower(level)}>`);
}

function textOf({ title, blocks }: Mail): string {
  const parts = blocks.map(({ heading, markdown, button }) =>
    [heading ? plainText(`## ${heading}`) : "", plainText(markdown), button ? `${button.text}: ${button.url}` : ""]
      .filter(Boolean)
      .join("\n\n"),
  );
  const head = title ? [plainText(`# ${title.replace(/[\\`*_[\]<>#]/g, "\\$&")}`)] : [];
  return `${[...head, ...parts].join("\n\n")}\n`;
}

function text(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function attribute(value: string): string {
  return text(value).replace(/"/g, "&quot;");
}
