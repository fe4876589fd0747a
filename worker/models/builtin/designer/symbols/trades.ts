import { dot, fill, type Sign, stroke } from "./symbol.ts";

/** Signs by which trades are known. */
export const tradeSymbols: Sign[] = [
  {
    name: "scales",
    words: /\b(scales?|balance\w*|justice|equal\w*|fair(?:ness)?|attorneys?|lawyers?|notary|mediat\w+)\b/i,
    draw: ({ p, s, a }, soft) =>
      stroke("M100 34V160M48 56H152", p, 12, soft) +
      stroke("M48 58L24 114M48 58L72 114M152 58L128 114M152 58L176 114", p, 6, soft) +
      fill("M16 114H80A32 32 0 0 1 16 114Z", s) +
      fill("M120 114H184A32 32 0 0 1 120 114Z", s) +
      fill("M62 160H138V176H62Z", p) +
      dot(100, 32, 13, a),
  },
  {
    name: "mug",
    words: /\b(beers?|ales?|brewer\w*|brewpub|lager|pubs?|taproom)\b/i,
    draw: ({ p, s, n }, soft) =>
      stroke("M132 84H156A14 14 0 0 1 170 98V128A14 14 0 0 1 156 142H132", p, 14, soft) +
      fill("M38 72H136V160A18 18 0 0 1 118 178H56A18 18 0 0 1 38 160Z", p) +
      fill("M58 98H70V152H58ZM82 98H94V152H82ZM106 98H118V152H106Z", n) +
      [
        [48, 62, 20],
        [76, 46, 26],
        [108, 50, 24],
        [130, 66, 18],
      ]
        .map(([x = 0, y = 0, r = 0]) => dot(x, y, r, s))
        .join(""),
  },
  {
    name: "hops",
    words: /\b(hops|hop cones?)\b/i,
    draw: ({ p, s, a }) =>
      stroke("M100 44Q100 24 116 18", a, 9) +
      [0, 1, 2, 3]
        .map((row) => {
          const y = 62 + row * 30;
          const wide = [34, 42, 36, 22][row] ?? 30;
          return (
            fill(
              `M100 ${y - 18}Q${100 - wide} ${y - 20} ${100 - wide - 6} ${y + 14}Q${100 - wide / 2} ${y + 30} 100 ${y + 22}Z`,
              row % 2 ? s : p,
            ) +
            fill(
              `M100 ${y - 18}Q${100 + wide} ${y - 20} ${100 + wide + 6} ${y + 14}Q${100 + wide / 2} ${y + 30} 100 ${y + 22}Z`,
              row % 2 ? p : s,
            )
          );
        })
        .join(""),
  },
  {
    name: "key",
    words: /\b(keys?|locksmith|unlock\w*|access|password\w*)\b/i,
    draw: ({ p, s, n }) =>
      `<g transform="rotate(-45 100 100)">${fill("M82 92H182V112H172V130H154V112H144V124H128V112H82Z", s)}${dot(58, 102, 44, p)}${dot(58, 102, 18, n)}</g>`,
  },
  {
    name: "diamond",
    words: /\b(diamonds?|gems?|gemstones?|jewell?er\w*|jewell?ery|crystals?|brilliant)\b/i,
    draw: ({ p, s, a }) =>
      fill("M56 34H144L184 84H16Z", s) +
      fill("M16 84H184L100 176Z", p) +
      fill("M64 84H136L100 176Z", a) +
      fill("M100 34L136 84H64Z", p),
  },
  {
    name: "tooth",
    words: /\b(tooth|teeth|dent\w+|orthodont\w*|smile\w*)\b/i,
    draw: ({ p, s, a }) =>
      fill(
        "M100 44C120 24 172 18 172 72C172 108 158 120 152 150C148 172 142 182 132 178C118 172 122 128 100 128C78 128 82 172 68 178C58 182 52 172 48 150C42 120 28 108 28 72C28 18 80 24 100 44Z",
        p,
      ) +
      fill("M100 44C120 24 172 18 172 72C172 108 158 120 152 150C148 172 142 182 132 178C118 172 122 128 100 128Z", s) +
      stroke("M58 66Q62 52 76 52", a, 8),
  },
  {
    name: "scissors",
    words: /\b(scissors|barber\w*|hair\w*|salon\w*|tailor\w*|cut(?:s|ting)?)\b/i,
    draw: ({ p, s }, soft) =>
      stroke("M64 132L150 26", p, 15, soft) +
      stroke("M136 132L50 26", s, 15, soft) +
      `<circle cx="50" cy="150" r="25" fill="none" stroke="${p}" stroke-width="13"/><circle cx="150" cy="150" r="25" fill="none" stroke="${s}" stroke-width="13"/>`,
  },
  {
    name: "puzzle",
    words: /\b(puzzles?|jigsaw|integrat\w+|solution\w*|problem-solving|fit together)\b/i,
    draw: ({ p, s }) =>
      fill("M28 60H74A20 20 0 1 1 112 60H140V98A20 20 0 1 1 140 136V172H28Z", p) +
      fill("M28 60H74A20 20 0 1 1 112 60H140L28 172Z", s),
  },
  {
    name: "glass",
    words: /\b(wines?|winery|vineyards?|sommelier|cocktails?)\b/i,
    draw: ({ p, s }, soft) =>
      fill("M52 24H148Q154 104 100 112Q46 104 52 24Z", p) +
      fill("M52 62H149Q146 106 100 112Q54 106 52 62Z", s) +
      stroke("M100 110V168M66 172H134", p, 12, soft),
  },
];
