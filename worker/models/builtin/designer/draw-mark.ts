import { letter } from "#lib/media/lettering.ts";
import type { ColourRoles } from "#task-types/design/roles.ts";
import { type Design, findSymbol } from "./read-brief.ts";
import type { Roles } from "./symbols/symbol.ts";

/** Units of the drawing; the safe area leaves an eighth free on each side. */
const side = 1000;
const safe = side / 8;

const n = (value: number) => Number(value.toFixed(2));

/** A mark as SVG, whose metadata say how it was made: so it can be refined from its file alone. */
export function drawMark(design: Design, colours: ColourRoles): string {
  const room = side - 2 * safe;
  const name = design.layout === "mark" ? "" : design.name;
  const content =
    name === ""
      ? markAt(design, colours, safe, safe, room)
      : design.layout === "side"
        ? beside(design, colours, name)
        : stacked(design, colours, name);
  const metadata = JSON.stringify({ design }).replace(/[<>&]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img"><metadata>${metadata}</metadata><rect width="${side}" height="${side}" fill="${colours.ground}"/>${content}</svg>`;
}

function stacked(design: Design, colours: ColourRoles, name: string): string {
  const room = 520;
  const words = setName(design, colours, name, { x: safe, width: side - 2 * safe, y: 760, height: 104 });
  return markAt(design, colours, (side - room) / 2, 160, room) + words;
}

function beside(design: Design, colours: ColourRoles, name: string): string {
  const words = setName(design, colours, name, { x: 430, width: 450, y: 450, height: 100 });
  return markAt(design, colours, safe, 360, 280) + words;
}

type Room = { x: number; y: number; width: number; height: number };

/** As large as the room allows, in the middle of it; capitals and short names a little wider apart. */
function setName({ typeface, layout }: Design, { ink }: ColourRoles, name: string, room: Room): string {
  const spacing = name === name.toUpperCase() ? 0.06 : -0.01;
  const probe = letter(name, typeface, 100, spacing);
  const size = Math.min((room.width / probe.width) * 100, (room.height / Math.max(60, probe.height)) * 100);
  const words = letter(name, typeface, size, spacing);
  const x = layout === "side" ? room.x : room.x + (room.width - words.width) / 2;
  return `<path d="${words.d}" fill="${ink}" transform="translate(${n(x - words.left)} ${n(room.y + (room.height - words.height) / 2 - words.top)})"/>`;
}

/** The sign, alone or in its container, in a square of `size`. */
function markAt(design: Design, colours: ColourRoles, x: number, y: number, size: number): string {
  const scale = (size / 200) * design.scale;
  const offset = (size - 200 * scale) / 2;
  const frame = `translate(${n(x + offset)} ${n(y + offset)}) scale(${n(scale)})`;
  const { primary: p, secondary: s, accent: a, ground, tint } = colours;
  const plain: Roles = { p, s, a, n: ground };
  const body =
    design.container === "none"
      ? sign(design, plain)
      : design.container === "ring"
        ? `<circle cx="100" cy="100" r="93" fill="none" stroke="${p}" stroke-width="8"/><circle cx="100" cy="100" r="82" fill="none" stroke="${a}" stroke-width="2.5"/>${within(sign(design, plain), 0.66)}`
        : // On the filled shape the ground's colour draws, and the shape's own is what is cut out.
          container(design, p) +
          within(sign(design, { p: ground, s: tint, a: ground, n: p }), design.container === "hexagon" ? 0.62 : 0.66);
  return `<g transform="${frame}"><g${design.mirrored ? ' transform="translate(200 0) scale(-1 1)"' : ""}>${body}</g></g>`;
}

function container({ container: shape, soft }: Design, colour: string): string {
  if (shape === "circle") return `<circle cx="100" cy="100" r="96" fill="${colour}"/>`;
  if (shape === "square") return `<rect x="8" y="8" width="184" height="184" rx="${soft ? 44 : 14}" fill="${colour}"/>`;
  if (shape === "shield")
    return `<path d="M100 4L184 32V100C184 150 146 182 100 198C54 182 16 150 16 100V32Z" fill="${colour}"/>`;
  const round = soft ? ` stroke="${colour}" stroke-width="20" stroke-linejoin="round"` : "";
  const [near, far] = soft ? [16, 0.9] : [6, 1];
  return `<path d="M100 ${near}L${n(100 + 82 * far)} ${n(100 - 47 * far)}V${n(100 + 47 * far)}L100 ${200 - near}L${n(100 - 82 * far)} ${n(100 + 47 * far)}V${n(100 - 47 * far)}Z" fill="${colour}"${round}/>`;
}

function within(content: string, scale: number): string {
  return `<g transform="translate(${n(100 - 100 * scale)} ${n(100 - 100 * scale)}) scale(${scale})">${content}</g>`;
}

function sign(design: Design, roles: Roles): string {
  const symbol = findSymbol(design.symbol);
  return symbol ? symbol.draw(roles, design.soft) : letters(design, roles);
}

/** Initials, optically centred by their outlines rather than by their advance. */
function letters({ letters: text, typeface }: Design, { p, s }: Roles): string {
  const size = [0, 200, 150, 112][text.length] ?? 100;
  const shapes = letter(text, typeface, size, -0.03);
  const rule = `<rect x="${n(100 - Math.min(shapes.width, 150) / 2)}" y="${n(112 + shapes.height / 2)}" width="${n(Math.min(shapes.width, 150))}" height="9" rx="4.500" fill="${s}"/>`;
  return `<path d="${shapes.d}" fill="${p}" transform="translate(${n(100 - shapes.width / 2 - shapes.left)} ${n(94 - shapes.height / 2 - shapes.top)})"/>${rule}`;
}
