import { type CheerioAPI, load } from "cheerio";
import { requireBounded } from "#lib/net/bounded-markup.ts";

/** Elements whose words are not the page's own matter. */
const furniture = [
  "script, style, noscript, template, svg, iframe, form, button, select, dialog",
  "nav, aside, footer, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=dialog]",
  "[aria-hidden=true], [hidden], .advertisement, .cookie-banner, .share, .related, .newsletter-signup, .comments",
].join(", ");

const blocks = "h1 h2 h3 h4 h5 h6 p li blockquote pre td th dt dd figcaption".split(" ");

/**
 * The title and the words of an HTML page: its main part where it names one, paragraph by paragraph.
 * @throws FetchFailure for one that nests beyond reading
 */
export function htmlToText(html: string): { title: string; text: string } {
  requireBounded(html, "html");
  const $ = load(html);
  const title = clean($('meta[property="og:title"]').attr("content") ?? "") || clean($("title").first().text());
  $(furniture).remove();
  const main = ["article", "main", "[role=main]", "#content"].find(
    (selector) => clean($(selector).text()).length > 200,
  );
  const root = main ?? "body";
  const lines = blockTexts($, root);
  const text = lines.length > 0 ? lines.join("\n\n") : clean($(root).text());
  return { title: title || clean($("h1").first().text()), text };
}

function blockTexts($: CheerioAPI, root: string): string[] {
  const seen = new Set<string>();
  // From the top: `find` takes the square of the time for an element of many children.
  return nodesOf($, blocks.map((name) => `${root} ${name}`).join(", ")).flatMap((element) => {
    // A list item around paragraphs would say their words twice.
    if (holdsBlock(element)) return [];
    const text = clean($(element).text());
    if (!text || seen.has(text)) return [];
    seen.add(text);
    if ($(element).is("h1, h2, h3, h4, h5, h6")) return [`## ${text}`];
    return [$(element).is("li") ? `- ${text}` : text];
  });
}

const nodesOf = ($: CheerioAPI, selector: string) => $(selector).toArray();
type Node = ReturnType<typeof nodesOf>[number];

function holdsBlock(element: Node): boolean {
  const inside: Node[] = "children" in element ? [...element.children] : [];
  for (let node = inside.pop(); node; node = inside.pop()) {
    if ("name" in node && blocks.includes(node.name)) return true;
    if ("children" in node) for (const child of node.children) inside.push(child);
  }
  return false;
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
