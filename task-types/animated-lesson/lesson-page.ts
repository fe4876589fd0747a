import { createHash } from "node:crypto";
import { lessonScript } from "./lesson-script.ts";
import { lessonStyle } from "./lesson-style.ts";
import type { Scene } from "./state.ts";

export type PageScene = Scene & {
  seconds: number;
  narration: string;
  cues: { start: number; end: number; text: string }[];
  sound: Uint8Array | null;
};
export type LessonPage = { title: string; language: string; soundType: string; scenes: PageScene[] };

/** The whole lesson as one file that fetches nothing: pictures, sound and player are in it. */
export function lessonPage({ title, language, soundType, scenes }: LessonPage): string {
  // What else might get into the page could not run: the policy names this one script by its hash.
  const hash = createHash("sha256").update(lessonScript).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; media-src data:; img-src data:`;
  const data = scenes.map(({ seconds, cues, title: name }) => ({ seconds, cues, title: name }));
  return `<!doctype html>
<html lang="${asText(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${asText(title)}</title>
<style>${lessonStyle}</style>
</head>
<body>
<main>
<h1>${asText(title)}</h1>
<div id="stage" aria-live="polite">
${scenes.map((scene, index) => section(scene, index, soundType, title)).join("\n")}
<p id="caption" role="status"></p>
<div id="cover"><p aria-hidden="true">${asText(title)}</p><button id="begin" type="button" aria-label="Play the lesson"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5v14l11-7z"/></svg></button></div>
</div>
<div id="controls">
<button id="play" type="button" aria-label="Play">▶</button>
<button id="back" type="button" aria-label="Previous scene">◀◀</button>
<button id="next" type="button" aria-label="Next scene">▶▶</button>
<input id="seek" type="range" min="0" max="1000" value="0" aria-label="Position in the lesson">
<output id="time">0:00</output>
<button id="captions" type="button" aria-pressed="true">Captions</button>
</div>
<details><summary>Transcript</summary><ol>${scenes.map(({ narration, title: name }) => `<li><strong>${asText(name)}</strong><br>${asText(narration)}</li>`).join("")}</ol></details>
</main>
<script type="application/json" id="lesson">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script>${lessonScript}</script>
</body>
</html>
`;
}

function section(
  { title, kind, points, svg, seconds, sound }: PageScene,
  index: number,
  soundType: string,
  lesson: string,
): string {
  const step = (seconds * 0.7) / Math.max(1, points.length);
  const content =
    kind === "mermaid" && svg
      ? `<div class="diagram" role="img" aria-label="${asText(points.join(", then "))}">${staged(svg, `d${index}-`, seconds)}</div>`
      : points.length === 0
        ? ""
        : `<ul>${points.map((point, at) => `<li style="animation-delay:${(0.4 + at * step).toFixed(2)}s">${asText(point)}</li>`).join("")}</ul>`;
  const audio = sound
    ? `<audio preload="auto" src="data:${soundType};base64,${Buffer.from(sound).toString("base64")}"></audio>`
    : "";
  return `<section class="scene${kind === "markdown" && points.length === 0 ? " statement" : ""}" data-index="${index}" hidden><p class="number">${index + 1}</p><h2${title === lesson ? ' class="again"' : ""}>${asText(title)}</h2>${content}${audio}</section>`;
}

/** Boxes come one after the other, each with the arrow that leads to it; ids are the page's own. */
function staged(svg: string, prefix: string, seconds: number): string {
  const nodes = (svg.match(/<g class="node"/g) ?? []).length;
  const step = (seconds * 0.75) / Math.max(1, nodes);
  let node = 0;
  let edge = 0;
  return svg
    .replace(/id="([\w-]+)"/g, `id="${prefix}$1"`)
    .replace(/url\(#([\w-]+)\)/g, `url(#${prefix}$1)`)
    .replace(/<g class="node"/g, () => `<g style="animation-delay:${(0.3 + node++ * step).toFixed(2)}s" class="node"`)
    .replace(
      /<polyline class="edge"/g,
      () =>
        `<polyline style="animation-delay:${(0.3 + ++edge * step - step * 0.3).toFixed(2)}s" pathLength="1" class="edge"`,
    );
}

function asText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
