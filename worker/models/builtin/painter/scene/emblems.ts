import { bar, disc, line, type Motif, oval, path } from "./motif.ts";

/** What stands for something that cannot be seen: time, money, health, sums. */
export const emblems: Motif[] = [
  {
    words: "bulb|idea|innovation|light|lamp|electricity|energy|power|invention|creative|creativity",
    size: 0.38,
    place: "front",
    draw: ({ a, c, dark, light }) =>
      `<g opacity=".5">${line("M50 2V10M14 16L20 22M86 16L80 22M4 48H12M88 48H96", c, 4)}</g>` +
      path("M50 16C28 16 20 34 24 48C27 58 38 62 38 74H62C62 62 73 58 76 48C80 34 72 16 50 16Z", c) +
      line("M42 74L38 50L46 56L50 46L54 56L62 50L58 74", light, 2.4) +
      bar(38, 76, 24, 5, dark, 2) +
      bar(38, 83, 24, 5, a, 2) +
      path("M42 90H58Q56 98 50 98T42 90Z", dark),
  },
  {
    words: "clock|time|hour|watch|schedule|deadline|minute|history|timing",
    size: 0.36,
    place: "front",
    draw: ({ a, b, dark, light }) =>
      disc(50, 54, 42, a) +
      disc(50, 54, 35, light) +
      [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330]
        .map((turn) => `<g transform="rotate(${turn} 50 54)">${bar(49, 22, 2, turn % 90 ? 4 : 8, dark, 1)}</g>`)
        .join("") +
      line("M50 54V32", dark, 4) +
      line("M50 54L66 62", b, 3.4) +
      disc(50, 54, 3.4, dark),
  },
  {
    words:
      "chart|graph|statistics|revenue|sales|profit|economy|business|analytics|percent|marketing|finance|stock|budget|numbers|increase",
    size: 0.4,
    place: "front",
    draw: ({ a, b, c, dark }) =>
      line("M8 12V94H96", dark, 3) +
      bar(18, 66, 13, 26, b, 2) +
      bar(38, 52, 13, 40, a, 2) +
      bar(58, 58, 13, 34, b, 2) +
      bar(78, 32, 13, 60, a, 2) +
      line("M22 52L44 38L64 42L88 16M76 16H88V28", c, 4),
  },
  {
    words: "coin|money|cash|price|cost|savings|saving|currency|wealth|payment|investment|interest",
    size: 0.34,
    place: "front",
    draw: ({ b, c, dark, light }) =>
      [92, 82, 72, 62].map((y) => oval(36, y, 28, 8, b) + oval(36, y - 4, 28, 8, c)).join("") +
      disc(72, 42, 24, b) +
      disc(70, 41, 24, c) +
      disc(70, 41, 17, light, ' opacity=".35"') +
      line("M70 31V51M76 35Q70 31 66 36T72 42T70 48Q66 48 64 45", dark, 3),
  },
  {
    words: "gear|engine|mechanism|engineering|process|workshop|repair|maintenance|system|settings",
    size: 0.38,
    place: "front",
    draw: ({ a, b, dark, light }) => {
      const cog = (x: number, y: number, r: number, fill: string) =>
        [0, 45, 90, 135]
          .map(
            (turn) =>
              `<g transform="rotate(${turn} ${x} ${y})">${bar(x - r * 0.17, y - r * 1.25, r * 0.34, r * 2.5, fill, 2)}</g>`,
          )
          .join("") +
        disc(x, y, r, fill) +
        disc(x, y, r * 0.42, light);
      return cog(38, 52, 27, a) + cog(76, 80, 15, b) + disc(38, 52, 4, dark);
    },
  },
  {
    words: "heart|love|health|care|medicine|patient|doctor|hospital|medical|wellbeing|wellness",
    size: 0.36,
    place: "front",
    own: ["#d2474b", "#b13a40"],
    draw: ({ a, light }) =>
      path("M50 94C8 64 2 42 12 26C22 10 42 14 50 32C58 14 78 10 88 26C98 42 92 64 50 94Z", a) +
      line("M14 52H34L41 38L50 66L58 48L62 52H86", light, 4),
  },
  {
    words: "music|song|guitar|note|melody|concert|orchestra|violin|piano|sound",
    size: 0.36,
    place: "front",
    draw: ({ a, b }) =>
      line("M36 82V22L80 12V72", a, 6) +
      path("M33 20L83 9V24L33 35Z", a) +
      oval(26, 83, 13, 10, b) +
      oval(70, 73, 13, 10, b),
  },
  {
    words: "globe|world|earth|planet|global|international|geography|country|countries|climate",
    size: 0.42,
    place: "front",
    own: ["#3f8fc4", "#6fb06a"],
    draw: ({ a, b, dark }) =>
      disc(50, 52, 44, a) +
      path(
        "M18 30Q34 18 46 24Q50 34 40 40Q42 52 30 54Q16 50 10 42ZM56 44Q70 34 84 42Q94 56 80 74Q68 72 66 60Q54 56 56 44ZM36 70Q48 66 52 78Q48 92 42 94Q32 84 36 70Z",
        b,
      ) +
      path("M50 8A44 44 0 0 1 50 96A60 60 0 0 0 50 8Z", dark, ' opacity=".14"'),
  },
  {
    words: "key|security|password|secure|access|safety|shield|protect|protection|privacy|insurance",
    size: 0.38,
    place: "front",
    draw: ({ a, b, light }) =>
      path("M50 4L88 18V48Q86 82 50 98Q14 82 12 48V18Z", a) +
      path("M50 4L88 18V48Q86 82 50 98Z", b, ' opacity=".45"') +
      line("M32 50L46 64L70 36", light, 8),
  },
  {
    words:
      "scales|justice|balance|equal|equality|equation|compare|comparison|fair|subtraction|addition|mathematics|maths|math|algebra|arithmetic|number",
    size: 0.4,
    place: "front",
    draw: ({ a, b, c, dark, light }) =>
      [
        [6, 6, a, "M28 16V40M16 28H40"],
        [52, 6, b, "M62 28H86"],
        [6, 52, c, "M19 65L37 83M37 65L19 83"],
        [52, 52, dark, "M62 74H86"],
      ]
        .map(([x, y, fill, d]) => bar(Number(x), Number(y), 42, 42, `${fill}`, 9) + line(`${d}`, light, 6))
        .join("") +
      disc(74, 62, 3.6, light) +
      disc(74, 86, 3.6, light),
  },
];
