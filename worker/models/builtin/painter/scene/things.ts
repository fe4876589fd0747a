import { bar, disc, line, type Motif, oval, path } from "./motif.ts";

/** What people use and look at. */
export const things: Motif[] = [
  {
    words:
      "book|reading|read|story|novel|textbook|literature|learn|learning|lesson|education|study|knowledge|dictionary",
    size: 0.34,
    place: "front",
    draw: ({ a, b, dark, light }) =>
      path("M4 34Q28 22 50 36Q72 22 96 34V92Q72 82 50 94Q28 82 4 92Z", a) +
      path("M10 34Q30 26 48 38V88Q30 78 10 86Z", light) +
      path("M90 34Q70 26 52 38V88Q70 78 90 86Z", light) +
      line(
        "M18 46Q30 42 41 48M18 56Q30 52 41 58M18 66Q30 62 41 68M59 48Q70 42 82 46M59 58Q70 52 82 56M59 68Q70 62 82 66",
        b,
        2,
      ) +
      line("M50 38V92", dark, 1.6),
  },
  {
    words: "cup|coffee|tea|mug|espresso",
    size: 0.3,
    place: "front",
    draw: ({ a, b, dark, light }) =>
      line("M38 34Q32 24 40 16Q46 8 40 2M56 34Q50 24 58 16Q64 8 58 2", light, 3) +
      line("M74 54Q94 52 90 68Q86 82 70 78", a, 6) +
      path("M18 44H78V70Q76 94 48 94T18 70Z", a) +
      oval(48, 44, 30, 7, b) +
      oval(48, 45, 26, 5, dark) +
      oval(48, 97, 42, 4, dark, ' opacity=".35"'),
  },
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
      "computer|laptop|software|code|coding|program|programming|website|internet|screen|digital|technology|data|app|developer|online",
    size: 0.36,
    place: "front",
    draw: ({ a, b, c, dark, light }) =>
      bar(14, 26, 72, 52, dark, 4) +
      bar(18, 30, 64, 44, light, 2) +
      bar(24, 37, 26, 4, a, 2) +
      bar(24, 46, 40, 4, b, 2) +
      bar(30, 55, 30, 4, c, 2) +
      bar(24, 64, 18, 4, a, 2) +
      path("M4 80H96L90 90Q50 94 10 90Z", b) +
      bar(42, 80, 16, 3, dark, 1),
  },
  {
    words: "phone|smartphone|mobile|call|telephone",
    size: 0.36,
    place: "front",
    draw: ({ a, b, c, dark, light }) =>
      bar(28, 8, 44, 90, dark, 8) +
      bar(32, 16, 36, 72, light, 3) +
      bar(37, 24, 26, 16, a, 3) +
      bar(37, 45, 11, 11, b, 3) +
      bar(52, 45, 11, 11, c, 3) +
      bar(37, 61, 26, 4, b, 2) +
      bar(37, 69, 18, 4, b, 2) +
      disc(50, 93, 2.4, light),
  },
  {
    words: "robot|android|machine|ai|automation|artificial",
    size: 0.38,
    place: "front",
    draw: ({ a, b, c, dark, light }) =>
      line("M50 20V8", dark, 3) +
      disc(50, 7, 4, c) +
      bar(24, 20, 52, 36, a, 10) +
      bar(31, 28, 38, 18, light, 8) +
      disc(41, 37, 5, dark) +
      disc(59, 37, 5, dark) +
      line("M22 70Q8 74 12 90M78 70Q92 74 88 90", dark, 6) +
      bar(26, 60, 48, 38, b, 8) +
      bar(38, 68, 24, 12, light, 3) +
      disc(44, 88, 3, c) +
      disc(56, 88, 3, c),
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
    words: "bell|alarm|reminder|notification",
    size: 0.34,
    place: "front",
    draw: ({ a, b, dark }) =>
      line("M50 16V8", dark, 5) +
      path("M50 14C26 14 26 40 24 56Q22 70 12 80H88Q78 70 76 56C74 40 74 14 50 14Z", a) +
      path("M50 14C74 14 74 40 76 56Q78 70 88 80H62Q66 40 50 14Z", b, ' opacity=".4"') +
      disc(50, 88, 8, dark),
  },
  {
    words: "bread|loaf|baking|baker|dough|flour|sourdough|toast|oven",
    size: 0.26,
    place: "front",
    own: ["#d39a55", "#a8703a"],
    draw: ({ a, b, light }) =>
      path("M6 78Q4 46 30 42H72Q96 46 94 78Q92 92 80 92H20Q8 92 6 78Z", a) +
      line("M28 52L38 66M46 50L56 64M64 50L74 64", light, 4) +
      path("M6 78Q50 92 94 78Q92 92 80 92H20Q8 92 6 78Z", b, ' opacity=".5"'),
  },
  {
    words: "apple|fruit|food|nutrition|eating|diet|orange|peach|cherry|vegetable|meal",
    size: 0.28,
    place: "front",
    own: ["#cf4436", "#5f9f4f"],
    draw: ({ a, b, dark, light }) =>
      path("M50 34C36 22 12 28 12 56C12 80 32 98 42 96Q50 92 58 96C68 98 88 80 88 56C88 28 64 22 50 34Z", a) +
      line("M50 34Q48 20 56 12", dark, 4) +
      path("M56 22Q66 6 84 12Q76 28 56 22Z", b) +
      oval(28, 52, 5, 11, light, ' opacity=".5" transform="rotate(16 28 52)"'),
  },
  {
    words: "flask|chemistry|science|laboratory|experiment|research|molecule|chemical|scientist|reaction|biology",
    size: 0.38,
    place: "front",
    draw: ({ a, b, c, dark, light }) =>
      path("M40 10H60V38L88 86Q92 98 80 98H20Q8 98 12 86L40 38Z", light) +
      path("M30 60H70L86 88Q88 94 80 94H20Q12 94 14 88Z", a) +
      bar(36, 6, 28, 6, dark, 2) +
      disc(42, 76, 5, b) +
      disc(58, 84, 4, c) +
      disc(54, 68, 3, light),
  },
  {
    words: "pencil|writing|write|draw|drawing|pen|essay|author|design|art",
    size: 0.4,
    place: "front",
    draw: ({ a, b, c, dark, light }) =>
      `<g transform="rotate(38 50 50)">${bar(40, 10, 20, 60, a)}${bar(46.5, 10, 7, 60, b)}${bar(40, 2, 20, 9, c, 3)}${path("M40 70H60L50 96Z", light)}${path("M46.500 87H53.500L50 96Z", dark)}</g>`,
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
    words: "camera|photo|photograph|photography|film|video|movie",
    size: 0.3,
    place: "front",
    draw: ({ a, b, c, dark, light }) =>
      path("M30 36L38 24H62L70 36Z", dark) +
      bar(6, 34, 88, 56, a, 8) +
      bar(6, 46, 88, 10, b) +
      disc(50, 62, 22, light) +
      disc(50, 62, 16, dark) +
      disc(50, 62, 8, b) +
      disc(82, 42, 4, c),
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
  {
    words: "umbrella",
    size: 0.34,
    place: "front",
    draw: ({ a, b, dark }) =>
      path("M6 54Q10 14 50 12Q90 14 94 54Q82 44 72 54Q62 44 50 54Q38 44 28 54Q18 44 6 54Z", a) +
      path("M50 12Q90 14 94 54Q82 44 72 54Q70 24 50 12Z", b, ' opacity=".5"') +
      line("M50 52V86Q50 96 42 96Q36 94 36 88", dark, 4),
  },
  {
    words: "fire|campfire|flame|bonfire|heat",
    size: 0.24,
    place: "front",
    own: ["#e8632c", "#f0a63c"],
    draw: ({ a, c, dark, light }) =>
      line("M20 96L80 84M20 84L80 96", dark, 7) +
      path("M50 6Q58 30 72 44Q86 66 68 86H32Q14 66 30 46Q34 56 40 54Q36 28 50 6Z", a) +
      path("M52 40Q66 56 62 74Q58 86 50 86T38 74Q38 58 52 40Z", c) +
      path("M50 62Q58 72 54 84H46Q42 74 50 62Z", light),
  },
];
