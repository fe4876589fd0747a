import { bar, disc, line, type Motif, oval, path } from "./motif.ts";

const wheel = (x: number, y: number, r: number, dark: string, light: string) =>
  disc(x, y, r, dark) + disc(x, y, r * 0.45, light);

/** What carries people and things. */
export const vehicles: Motif[] = [
  {
    words: "sailboat|sail|sailing|boat|yacht|regatta|dinghy",
    size: 0.3,
    place: "water",
    draw: ({ a, c, dark, light }) =>
      line("M50 84V10", dark, 2) +
      path("M53 14L84 72H53Z", light) +
      path("M47 22L20 72H47Z", a) +
      path("M16 78H88Q82 98 70 98H32Q20 96 16 78Z", dark) +
      bar(16, 78, 72, 4, c),
  },
  {
    words: "ship|ferry|vessel|freighter|cargo|port|shipping|cruise|steamer|tanker|container",
    size: 0.3,
    place: "water",
    draw: ({ a, b, c, dark, light }) =>
      path("M2 72H98L88 98H14Z", dark) +
      bar(8, 66, 86, 6, light) +
      bar(56, 40, 28, 26, light, 1) +
      bar(66, 22, 10, 18, a) +
      bar(14, 52, 12, 14, a) +
      bar(27, 52, 12, 14, b) +
      bar(40, 52, 12, 14, c) +
      bar(20, 38, 12, 14, b) +
      bar(33, 38, 12, 14, a) +
      [60, 68, 76].map((x) => bar(x, 46, 5, 6, dark, 1)).join(""),
  },
  {
    words: "car|taxi|automobile|traffic|driving|drive|vehicle",
    size: 0.2,
    place: "front",
    draw: ({ a, c, dark, light }) =>
      path("M4 86V66Q6 58 20 58L32 40Q34 36 42 36H62Q68 36 72 42L82 58Q96 60 96 70V86Z", a) +
      path("M30 58L38 44H52V58ZM56 58V44H62Q66 44 68 48L74 58Z", light) +
      bar(88, 66, 8, 6, c, 2) +
      wheel(26, 86, 11, dark, light) +
      wheel(74, 86, 11, dark, light),
  },
  {
    words: "truck|lorry|delivery|van|logistics|transport|bus",
    size: 0.24,
    place: "front",
    draw: ({ a, b, c, dark, light }) =>
      bar(2, 36, 60, 50, a, 2) +
      path("M64 50H82L96 66V86H64Z", b) +
      path("M68 54H80L90 66H68Z", light) +
      bar(10, 46, 44, 4, c) +
      wheel(22, 88, 10, dark, light) +
      wheel(78, 88, 10, dark, light),
  },
  {
    words: "train|railway|railroad|freight|tram|locomotive|metro|rail",
    size: 0.24,
    place: "ground",
    draw: ({ a, c, dark, light }) =>
      bar(-40, 46, 120, 44, a, 3) +
      path("M70 46H80Q100 52 104 82L98 90H70Z", a) +
      path("M80 52Q92 56 96 70H80Z", light) +
      [-32, -12, 8, 28, 48].map((x) => bar(x, 54, 14, 14, light, 2)).join("") +
      bar(-40, 76, 143, 4, c) +
      [-28, -8, 16, 36, 66, 86].map((x) => disc(x, 92, 6, dark)).join("") +
      bar(-60, 97, 200, 3, dark),
  },
  {
    words: "bicycle|bike|cyclist|cycling",
    size: 0.22,
    place: "front",
    draw: ({ a, dark }) =>
      line(
        "M24 78m-20 0a20 20 0 1 0 40 0a20 20 0 1 0 -40 0M78 78m-20 0a20 20 0 1 0 40 0a20 20 0 1 0 -40 0",
        dark,
        3.4,
      ) +
      line("M24 78L40 46H68L78 78M40 46L52 78H24M52 78L68 46L65 36H76", a, 3.6) +
      line("M34 42H46", dark, 4.5),
  },
  {
    words: "rocket|launch|spaceship|spacecraft|startup",
    size: 0.46,
    place: "ground",
    draw: ({ a, b, c, dark, light }) =>
      path("M40 82Q50 118 60 82Z", c) +
      path("M32 82Q24 66 32 54L40 62V80ZM68 82Q76 66 68 54L60 62V80Z", a) +
      path("M50 4Q70 26 66 62L62 84H38L34 62Q30 26 50 4Z", light) +
      path("M50 4Q70 26 66 62L62 84H50Z", dark, ' opacity=".12"') +
      path("M50 4Q60 14 63.600 28H36.4Q40 14 50 4Z", a) +
      disc(50, 44, 8, dark) +
      disc(50, 44, 5.4, b),
  },
  {
    words: "plane|airplane|aircraft|flight|airport|jet|travel|flying",
    size: 0.18,
    place: "sky",
    draw: ({ a, b, light }) =>
      path("M4 58Q14 50 30 50L70 46L84 26H92L88 48Q98 50 98 54Q98 60 86 60H20Q8 62 4 58Z", light) +
      path("M44 54L60 84H70L62 54Z", a) +
      path("M50 48L58 30H64L62 47Z", b),
  },
  {
    words: "balloon|hot-air|airship",
    size: 0.28,
    place: "sky",
    draw: ({ a, b, c, dark }) =>
      path("M50 2C78 2 84 30 74 46Q64 62 58 70H42Q36 62 26 46C16 30 22 2 50 2Z", a) +
      path("M50 2C62 2 66 30 60 48Q57 60 54 70H46Q43 60 40 48C34 30 38 2 50 2Z", b) +
      line("M43 70L45 84M57 70L55 84", dark, 1.4) +
      bar(43, 84, 14, 12, c, 2),
  },
  {
    words: "satellite|orbit|orbital|antenna|signal",
    size: 0.22,
    place: "sky",
    draw: ({ a, c, dark, light }) =>
      `<g transform="rotate(-24 50 50)">${bar(2, 38, 30, 22, a, 2)}${bar(68, 38, 30, 22, a, 2)}${line("M32 49H68M12 38V60M22 38V60M78 38V60M88 38V60", light, 1.6)}${bar(40, 32, 20, 34, light, 3)}${oval(50, 74, 14, 6, c)}${disc(50, 84, 3, dark)}</g>`,
  },
];
