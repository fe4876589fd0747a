import { renderMermaidSVG } from "beautiful-mermaid";

export type DiagramColours = { ground: string; ink: string; line: string; accent: string; fill: string };

/** What the renderer calls its colours, by ours: other programs than browsers do not know CSS variables. */
function coloursOf({ ground, ink, line, accent, fill }: DiagramColours): Record<string, string> {
  return {
    "--bg": ground,
    "--_text": ink,
    "--_text-sec": ink,
    "--_text-muted": line,
    "--_text-faint": line,
    "--_line": line,
    "--_arrow": accent,
    "--_node-fill": fill,
    "--_node-stroke": accent,
    "--_group-fill": ground,
    "--_group-hdr": fill,
    "--_inner-stroke": line,
    "--_key-badge": fill,
  };
}

/**
 * A Mermaid diagram as SVG that shows the same everywhere: no script, no style sheet, nothing fetched.
 * @throws for source that is no diagram
 */
export function drawDiagram(source: string, colours: DiagramColours): string {
  const svg = renderMermaidSVG(source, {
    bg: colours.ground,
    fg: colours.ink,
    transparent: true,
    padding: 16,
    nodeSpacing: 36,
    layerSpacing: 36,
  });
  const byName = coloursOf(colours);
  return svg
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/ style="[^"]*"/, ' font-family="Inter, system-ui, sans-serif"')
    .replace(/var\((--[\w-]+)(?:,[^()]*)?\)/g, (_, name: string) => byName[name] ?? colours.ink)
    .replaceAll('stroke-width="0.75"', 'stroke-width="1.25"')
    .replaceAll('rx="0" ry="0"', 'rx="6" ry="6"');
}

/** Steps one after the other as a flowchart; their words cannot end their labels. */
export function flowchartOf(steps: string[]): string {
  // Slides are wide: boxes stand side by side, narrower the more there are.
  const width = steps.length > 3 ? 16 : steps.length === 3 ? 20 : 26;
  const nodes = steps.map((step, index) => `  s${index}["${wrap(label(step), width)}"]`);
  const edges = steps.slice(1).map((_, index) => `  s${index} --> s${index + 1}`);
  return ["flowchart LR", ...nodes, ...edges].join("\n");
}

function label(text: string): string {
  return text
    .replace(/["`]/g, "'")
    .replace(/[<>[\]{}|#;\\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/[.,:]+$/, "")
    .trim();
}

function wrap(text: string, width: number): string {
  const rows: string[] = [];
  // A word that is longer than its box is wide would make all others small.
  const longest = width + 6;
  const pieces = text
    .split(" ")
    .flatMap((word) =>
      word.length <= longest
        ? [word]
        : (word.match(new RegExp(`.{1,${width - 1}}`, "gu")) ?? []).map((piece, index, { length }) =>
            index < length - 1 ? `${piece}-` : piece,
          ),
    );
  for (const word of pieces) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < width) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows.join("<br/>");
}
