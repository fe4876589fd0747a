import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { circumstances, colours, formats } from "#scripts/gallery/camera.ts";

/** A page with all pictures of the folder in rows of one look each; a click opens one. */
export function contactSheets(folder: string): string {
  const rows = circumstances.flatMap((circumstance) => {
    const within = join(folder, circumstance);
    const files = existsSync(within) ? readdirSync(within).sort() : [];
    const looks = formats.flatMap(({ name, viewport }) =>
      colours.map((colour) => ({ name: `${name}-${colour}`, viewport })),
    );
    return looks.map(({ name, viewport }) => {
      const shots = files.filter((file) => file.endsWith(`.${name}.png`));
      const figures = shots.map((file) => figure(`${circumstance}/${file}`, file.slice(0, -`.${name}.png`.length)));
      const width = viewport.width > 600 ? 360 : 150;
      return `<h2>${circumstance}, ${name}</h2><div style="--width: ${width}px">${figures.join("")}</div>`;
    });
  });
  return `<!doctype html><meta charset="utf-8"><title>Every screen</title><style>
body { font: 13px/20px system-ui; margin: 24px; background: #888 }
div { display: flex; flex-wrap: wrap; gap: 12px }
figure { margin: 0; width: var(--width) }
img { width: 100%; aspect-ratio: 3 / 2; object-fit: cover; object-position: top; display: block }
</style>${rows.join("")}`;
}

function figure(path: string, name: string): string {
  return `<figure><a href="${path}"><img loading="lazy" src="${path}" alt=""></a><figcaption>${name}</figcaption></figure>`;
}
