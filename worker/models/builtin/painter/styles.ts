/** How a picture is made to look, once its scene is there. */
const pictureStyles = [
  "flat",
  "cartoon",
  "watercolor",
  "oil_painting",
  "sketch",
  "pixel_art",
  "vintage",
  "monochrome",
] as const;
export type PictureStyle = (typeof pictureStyles)[number];

/** The names by which people ask for each. */
const names: [PictureStyle, RegExp][] = [
  ["watercolor", /water[\s_-]*colou?r|aquarell|gouache|ink wash/i],
  ["oil_painting", /\boil\b|oil[\s_-]*paint|impressionis|acrylic|van gogh|monet|\bpainting\b|painterly/i],
  ["sketch", /sketch|pencil|charcoal|line[\s_-]*(art|drawing)|hand[\s_-]*drawn|\bdrawing\b/i],
  ["pixel_art", /pixel|8[\s-]*bit|16[\s-]*bit|retro game/i],
  ["monochrome", /monochrome|black[\s_-]*and[\s_-]*white|noir|gr[ae]yscale/i],
  ["vintage", /vintage|retro|sepia|antique|\bold photo/i],
  ["cartoon", /cartoon|comic|anime|manga|toon/i],
  ["flat", /\bflat\b|illustration|minimal\w*|vector|modern|\bclean\b|\bsimple\b|graphic|material/i],
];

/** A look that nothing drawn from shapes can have. */
const outOfReach = /realis|photo|cinematic|3d|render|lifelike|hyper/i;

export type ChosenStyle = { style: PictureStyle; isExact: boolean };

/** @param wanted a style by name, as `image_style` gives it */
export function chooseStyle(wanted: string): ChosenStyle {
  const found = names.find(([, words]) => words.test(wanted.replaceAll("_", " ")))?.[0];
  return { style: found ?? "flat", isExact: found !== undefined && !outOfReach.test(wanted) };
}

/** The style that a description names among its other words; null where it names none. */
export function styleInPrompt(prompt: string): ChosenStyle | null {
  const phrase = /\b(?:in (?:the )?style of|style|styled as)\b.{0,40}/i.exec(prompt)?.[0] ?? "";
  const found = names.find(([style, words]) => style !== "flat" && words.test(prompt))?.[0];
  if (found) return { style: found, isExact: true };
  if (/\b(photo\w*|photograph|photorealistic|realistic|3d render|cinematic)\b/i.test(prompt))
    return { style: "flat", isExact: false };
  return phrase ? chooseStyle(phrase) : null;
}

/** Definitions and wrapping that a style adds to the SVG. @param unit the shorter side in pixels */
export function dressScene(content: string, style: PictureStyle, unit: number): string {
  if (style === "cartoon") {
    const width = Math.max(0.5, unit * 0.0028).toFixed(2);
    return `<defs><filter id="outline" x="-10%" y="-10%" width="120%" height="120%"><feMorphology in="SourceAlpha" operator="dilate" radius="${width}" result="fat"/><feFlood flood-color="#1d1b22"/><feComposite in2="fat" operator="in" result="line"/><feMerge><feMergeNode in="line"/><feMergeNode in="SourceGraphic"/></feMerge></filter></defs>${content}`;
  }
  if (style === "watercolor") {
    const scale = (unit * 0.022).toFixed(1);
    const frequency = (9 / unit).toFixed(4);
    const paper = (320 / unit).toFixed(3);
    return `<defs><filter id="wash" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="4" seed="7" result="noise"/><feDisplacementMap in="SourceGraphic" in2="noise" scale="${scale}" xChannelSelector="R" yChannelSelector="G" result="bent"/><feGaussianBlur in="bent" stdDeviation="${(unit * 0.0016).toFixed(2)}" result="soft"/><feTurbulence type="fractalNoise" baseFrequency="${(5 / unit).toFixed(4)}" numOctaves="5" seed="3" result="pigment"/><feColorMatrix in="pigment" type="matrix" values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0.5 0.2 0 0 -0.22" result="blooms"/><feComposite in="blooms" in2="soft" operator="atop" result="washed"/></filter><filter id="paper"><feTurbulence type="fractalNoise" baseFrequency="${paper}" numOctaves="3" seed="11"/><feColorMatrix type="matrix" values="0 0 0 0 0.42  0 0 0 0 0.36  0 0 0 0 0.28  0 0 0 0.34 -0.1"/></filter></defs><rect width="100%" height="100%" fill="#fbf7ee"/><g filter="url(#wash)" opacity=".86">${content}</g><rect width="100%" height="100%" filter="url(#paper)" opacity=".5"/>`;
  }
  return content;
}
