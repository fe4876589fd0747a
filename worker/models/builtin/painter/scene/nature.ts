import { disc, line, type Motif, oval, path } from "./motif.ts";

/** What grows, flies and swims. */
export const nature: Motif[] = [
  {
    words: "pine|fir|spruce|conifer|evergreen",
    size: 0.34,
    place: "ground",
    own: ["#3f7d5a", "#2c5f47"],
    draw: ({ a, b, dark }) =>
      path("M47 100V84H53V100Z", dark) +
      path("M50 4L66 36H58L74 62H64L82 88H18L36 62H26L42 36H34Z", a) +
      path("M50 4L66 36H58L74 62H64L82 88H50Z", b, ' opacity=".5"'),
  },
  {
    words: "tree|oak|elm|beech",
    size: 0.36,
    place: "ground",
    own: ["#6aa357", "#4c8549"],
    draw: ({ a, b, dark }) =>
      path("M46 100Q49 76 44 60L50 66L57 56Q53 78 56 100Z", dark) +
      disc(34, 46, 20, a) +
      disc(64, 44, 22, a) +
      disc(50, 28, 24, a) +
      disc(57, 34, 18, b, ' opacity=".55"') +
      disc(70, 48, 13, b, ' opacity=".55"'),
  },
  {
    words: "palm|coconut|tropical",
    size: 0.38,
    place: "ground",
    own: ["#4f9a5d", "#38784c"],
    draw: ({ a, b, dark }) =>
      path("M44 100Q52 66 56 36L60 37Q58 68 52 100Z", dark) +
      [
        "M58 36Q40 20 18 34Q40 28 58 36Z",
        "M58 36Q48 12 26 12Q48 18 58 36Z",
        "M58 36Q64 10 86 12Q68 20 58 36Z",
        "M58 36Q78 22 96 38Q76 30 58 36Z",
        "M58 36Q74 40 82 58Q68 44 58 36Z",
      ]
        .map((d, index) => path(d, index % 2 ? b : a))
        .join(""),
  },
  {
    words: "flower|rose|tulip|blossom|daisy|meadow|petal|bloom",
    size: 0.26,
    place: "front",
    draw: ({ a, b, c, dark }) =>
      line("M50 100Q47 74 50 46", dark, 3) +
      path("M49 84Q30 82 26 64Q46 66 49 84ZM49 76Q64 74 70 58Q52 60 49 76Z", dark) +
      [0, 60, 120, 180, 240, 300]
        .map((turn) => `<g transform="rotate(${turn} 50 34)">${oval(50, 18, 9, 15, turn % 120 ? b : a)}</g>`)
        .join("") +
      disc(50, 34, 8, c),
  },
  {
    words: "sunflower|seed|sprout|seedling|growth|grow|plant|plants|crop|farming",
    size: 0.26,
    place: "front",
    own: ["#5aa35a", "#7dbb62"],
    draw: ({ a, b, dark }) =>
      path("M24 100Q50 82 76 100Z", dark) +
      line("M50 92V50", a, 4) +
      path("M50 60Q24 60 18 30Q48 30 50 60Z", a) +
      path("M50 54Q54 22 84 18Q84 52 50 54Z", b),
  },
  {
    words: "cactus",
    size: 0.3,
    place: "ground",
    own: ["#4f9464", "#3b774f"],
    draw: ({ a, b }) => line("M50 100V20M50 72H30V48M50 60H70V38", a, 13) + line("M53 96V22M33 66V50M73 54V40", b, 2.4),
  },
  {
    words: "mushroom|fungus|fungi",
    size: 0.2,
    place: "front",
    draw: ({ a, light, dark }) =>
      path("M42 100Q46 78 42 56H58Q54 78 58 100Z", light) +
      path("M14 60Q16 20 50 20T86 60Q50 70 14 60Z", a) +
      disc(36, 42, 6, light) +
      disc(58, 34, 5, light) +
      disc(70, 50, 4.5, light) +
      path("M50 60H58Q54 78 58 100H52Z", dark, ' opacity=".12"'),
  },
  {
    words: "bird|gull|seagull|swallow|dove|birds|sparrow",
    size: 0.1,
    place: "sky",
    draw: ({ dark }) => line("M8 44Q30 22 50 52Q70 22 92 44", dark, 7),
  },
  {
    words: "butterfly|moth",
    size: 0.16,
    place: "sky",
    draw: ({ a, b, dark }) =>
      path("M50 46Q24 4 8 26Q6 50 50 54Q94 50 92 26Q76 4 50 46Z", a) +
      path("M50 54Q22 60 24 80Q36 94 50 60Q64 94 76 80Q78 60 50 54Z", b) +
      line("M50 38V70M50 38Q46 26 40 24M50 38Q54 26 60 24", dark, 3),
  },
  {
    words: "bee|honeybee|honey|hive|insect|wasp|pollination|pollinator",
    size: 0.16,
    place: "sky",
    draw: ({ c, dark, light }) =>
      oval(38, 32, 12, 20, light, ' opacity=".8" transform="rotate(-24 38 32)"') +
      oval(58, 32, 12, 20, light, ' opacity=".8" transform="rotate(18 58 32)"') +
      oval(50, 58, 30, 19, c) +
      path("M40 41Q36 58 41 75L49 77Q44 58 48 39ZM57 40Q54 58 58 75L65 73Q62 58 64 42Z", dark) +
      disc(76, 54, 9, dark),
  },
  {
    words: "fish|salmon|trout|shoal|seagrass|aquarium|reef|coral",
    size: 0.16,
    place: "water",
    draw: ({ a, b, dark, light }) =>
      path("M8 50Q36 18 70 46L94 28Q88 50 94 72L70 54Q36 82 8 50Z", a) +
      path("M34 36Q44 50 34 64Q50 60 56 50Q50 40 34 36Z", b) +
      disc(22, 46, 4, light) +
      disc(21, 46, 2, dark),
  },
  {
    words: "whale|dolphin|shark",
    size: 0.26,
    place: "water",
    own: ["#4a7fa5", "#3a678a"],
    draw: ({ a, light, dark }) =>
      path(
        "M4 66Q10 36 48 40Q74 42 82 60L84 44Q72 40 72 28Q84 28 88 38Q94 28 100 30Q98 42 90 46Q94 84 50 84Q14 84 4 66Z",
        a,
      ) +
      path("M6 70Q30 82 66 78Q40 92 14 80Z", light) +
      disc(20, 60, 2.4, dark) +
      line("M34 36Q32 22 24 20M34 36Q36 22 44 20", light, 2.4),
  },
  {
    words: "cat|kitten",
    size: 0.24,
    place: "front",
    own: ["#d98b4a", "#f3d9b5"],
    draw: ({ a, b, c, dark }) =>
      line("M70 92Q96 88 86 62", a, 7) +
      path("M34 100Q26 70 44 52H60Q78 74 72 100Z", a) +
      path("M32 52L30 22L42 32Q50 28 58 32L70 22L68 52Q50 68 32 52Z", a) +
      path("M46 100Q42 80 50 66Q58 80 56 100Z", b) +
      disc(42, 43, 3, c) +
      disc(58, 43, 3, c) +
      path("M48 50H52L50 53Z", dark),
  },
  {
    words: "dog|puppy|wolf|fox",
    size: 0.26,
    place: "front",
    own: ["#a9713f", "#7d4f2b"],
    draw: ({ a, b, dark, light }) =>
      line("M22 66Q8 58 12 42", a, 6) +
      path("M20 100V66Q22 58 34 58H58L62 100H54V80H32V100Z", a) +
      path("M54 62L56 30Q64 20 76 28L94 40Q94 50 82 50L72 52L68 70Z", a) +
      path("M58 28Q46 34 52 54Q62 50 64 34Z", b) +
      disc(74, 36, 2.4, dark) +
      disc(92, 42, 3, dark) +
      path("M56 62H68L66 70H56Z", light),
  },
  {
    words: "horse|pony|cow|sheep|goat|deer|animal|animals",
    size: 0.28,
    place: "ground",
    own: ["#9a623a", "#6f432a"],
    draw: ({ a, b, dark }) =>
      path("M18 100L20 66Q16 52 32 50H58L70 22L76 18L78 24L92 36L88 44L78 42L74 66L76 100H68L64 74H34L28 100Z", a) +
      path("M68 26Q60 38 56 50L64 50Q68 38 74 28Z", dark) +
      line("M18 58Q8 66 12 84", dark, 4) +
      path("M34 74H64L62 62H34Z", b, ' opacity=".4"'),
  },
];
