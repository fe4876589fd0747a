import { letter } from "./lettering.ts";

const textElement = /<text\b([^>]*)>([\s\S]*?)<\/text>/g;
const spanElement = /<tspan\b([^>]*)>([\s\S]*?)<\/tspan>/g;

/** An SVG whose words are outlines, so that drawing it needs no fonts. Only for text that is set line by line. */
export function outlineText(svg: string): string {
  return svg.replace(textElement, (_, attributes: string, content: string) => {
    const size = Number(read(attributes, "font-size") ?? 13);
    const fill = read(attributes, "fill") ?? "#000000";
    const anchor = read(attributes, "text-anchor") ?? "start";
    let y = Number(read(attributes, "y") ?? 0) + Number(read(attributes, "dy") ?? 0);
    const spans = [...content.matchAll(spanElement)];
    const lines =
      spans.length > 0
        ? spans.map(([, own = "", words = ""]) => ({ own, words }))
        : [{ own: attributes, words: content }];
    return lines
      .map(({ own, words }) => {
        if (spans.length > 0) y += Number(read(own, "dy") ?? 0);
        const text = decode(words);
        if (!text.trim()) return "";
        const { d, left, width } = letter(text, "plain", size);
        const x =
          Number(read(own, "x") ?? read(attributes, "x") ?? 0) -
          (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0) -
          left;
        return `<path d="${d}" fill="${fill}" transform="translate(${x.toFixed(2)} ${y.toFixed(2)})"/>`;
      })
      .join("");
  });
}

function read(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
}

function decode(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" };
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => named[name] ?? "");
}
