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
