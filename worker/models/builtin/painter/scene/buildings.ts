import { bar, disc, line, type Motif, oval, path } from "./motif.ts";

/** What people have built. */
export const buildings: Motif[] = [
  {
    words: "lighthouse|beacon",
    size: 0.52,
    place: "ground",
    draw: ({ a, c, dark, light }) =>
      path("M38 100L43 30H57L62 100Z", light) +
      path("M41.2 55L42.2 42H57.8L58.8 55ZM39.4 80L40.4 67H59.6L60.6 80Z", a) +
      path("M50 30H57L62 100H52Z", dark, ' opacity=".14"') +
      bar(39, 27, 22, 4, dark, 1) +
      bar(44, 16, 12, 11, c, 1) +
      line("M44 16V27M50 16V27M56 16V27", dark, 1) +
      path("M42 17Q50 4 58 17Z", a) +
      bar(47.5, 88, 6, 12, dark, 2),
  },
  {
    words: "house|home|cottage|hut|cabin|bakery|farmhouse|farm|barn|library|inn",
    size: 0.3,
    place: "ground",
    draw: ({ a, b, c, dark, light }) =>
      bar(20, 55, 60, 45, light) +
      bar(64, 26, 9, 22, dark) +
      path("M12 58L50 24L88 58Z", a) +
      path("M50 24L88 58H50Z", dark, ' opacity=".16"') +
      bar(44, 72, 14, 28, b, 1) +
      bar(26, 66, 12, 12, c, 1) +
      bar(64, 66, 12, 12, c, 1) +
      line("M32 66V78M26 72H38M70 66V78M64 72H76", light, 1.4),
  },
  {
    words: "castle|palace|fortress|tower",
    size: 0.45,
    place: "ground",
    draw: ({ a, c, dark, light }) =>
      path("M14 100V48H20V54H26V48H32V54H38V62H62V54H68V48H74V54H80V48H86V100Z", light) +
      path("M36 62V30H41V35H47V30H53V35H59V30H64V62Z", light) +
      path("M52 30H53V35H59V30H64V100H52Z", dark, ' opacity=".12"') +
      path("M42 100V84A8 8 0 0 1 58 84V100Z", dark) +
      path("M50 30V12L64 17L50 22", a) +
      line("M50 30V12", dark, 1.4) +
      [22, 76].map((x) => bar(x, 66, 4, 9, dark, 2)).join("") +
      bar(48, 44, 4, 9, c, 2),
  },
  {
    words: "skyscraper|city|downtown|skyline|office|metropolis|town|building|bank|headquarters|company",
    size: 0.55,
    place: "ground",
    draw: ({ a, b, c, dark, light }) => {
      const blocks: [number, number, number, string][] = [
        [2, 52, 20, b],
        [18, 30, 20, a],
        [35, 12, 18, dark],
        [52, 38, 19, b],
        [68, 22, 16, a],
        [82, 56, 16, dark],
      ];
      const windows = ([x, y, width, fill]: [number, number, number, string]) => {
        const lights = [];
        for (let row = y + 5; row < 92; row += 8) {
          for (let column = x + 3; column < x + width - 3; column += 5) {
            if ((row * 7 + column * 13) % 5 < 3) lights.push(bar(column, row, 2.6, 4, fill === dark ? c : light));
          }
        }
        return `${bar(x, y, width, 100 - y, fill)}<g opacity=".75">${lights.join("")}</g>`;
      };
      return line("M44 12V3", dark, 1.4) + blocks.map(windows).join("");
    },
  },
  {
    words: "factory|power plant|industry|warehouse|mill|manufactur\\w*",
    size: 0.36,
    place: "ground",
    draw: ({ a, b, c, dark, light }) =>
      path("M20 62L24 24H32L34 62ZM38 62L42 32H49L51 62Z", a) +
      path("M8 100V62L32 48V62L56 48V62L80 48V62H94V100Z", light) +
      path("M8 100V84H94V100Z", b) +
      [16, 36, 56, 76].map((x) => bar(x, 68, 10, 9, c, 1)).join("") +
      disc(30, 14, 6, light, ' opacity=".6"') +
      disc(40, 8, 8, light, ' opacity=".45"') +
      bar(44, 88, 12, 12, dark),
  },
  {
    words: "windmill|turbine|wind",
    size: 0.46,
    place: "ground",
    draw: ({ a, dark, light }) =>
      path("M47.5 100L49 38H51L52.5 100Z", light) +
      [0, 120, 240]
        .map((turn) => `<g transform="rotate(${turn + 14} 50 36)">${path("M50 36Q55 20 50 2Q46 18 50 36Z", light)}</g>`)
        .join("") +
      disc(50, 36, 3, a) +
      path("M50 100L51 38L52.5 100Z", dark, ' opacity=".2"'),
  },
  {
    words: "bridge|aqueduct|viaduct",
    size: 0.34,
    place: "ground",
    draw: ({ a, b, dark }) =>
      line("M-40 76Q5 70 26 38Q50 78 74 38Q95 70 140 76", b, 1.6) +
      [-20, -6, 8, 38, 50, 62, 92, 106, 120]
        .map((x) => line(`M${x} 78V${62 + Math.abs(x - 50) * 0.12}`, b, 0.8))
        .join("") +
      bar(23, 32, 6, 68, a, 1) +
      bar(71, 32, 6, 68, a, 1) +
      bar(-42, 76, 184, 6, dark, 1),
  },
  {
    words: "school|university|church|chapel|museum|temple|court|academy|government|parliament|institution|law",
    size: 0.34,
    place: "ground",
    draw: ({ a, b, dark, light }) =>
      path("M12 44L50 20L88 44Z", a) +
      bar(14, 44, 72, 6, light) +
      [18, 34, 60, 76].map((x) => bar(x, 50, 7, 40, light)).join("") +
      bar(18, 50, 65, 40, dark) +
      [18, 32, 46, 60, 76].map((x) => bar(x, 50, 7, 40, light)).join("") +
      bar(12, 90, 76, 5, b) +
      bar(8, 95, 84, 5, light) +
      disc(50, 35, 4, light),
  },
  {
    words: "tent|camp|camping|campsite",
    size: 0.22,
    place: "ground",
    draw: ({ a, b, c, dark }) =>
      path("M8 100L50 34L92 100Z", a) +
      path("M50 34L92 100H62Z", b) +
      path("M38 100L50 52L60 100Z", dark) +
      path("M44 100L50 78L54 100Z", c),
  },
  {
    words: "gate|lock|canal|sluice|dam|door|doors",
    size: 0.34,
    place: "ground",
    draw: ({ a, b, c, dark, light }) =>
      bar(4, 30, 16, 70, light) +
      bar(80, 30, 16, 70, light) +
      bar(0, 26, 24, 6, dark) +
      bar(76, 26, 24, 6, dark) +
      bar(20, 40, 29, 60, a) +
      bar(51, 40, 29, 60, a) +
      line("M20 42L49 98M80 42L51 98M20 70H49M51 70H80", b, 2.4) +
      path("M20 86Q35 80 50 86T80 86V100H20Z", c, ' opacity=".8"'),
  },
  {
    words: "market|shop|store|stall|restaurant|cafe|kiosk",
    size: 0.28,
    place: "ground",
    draw: ({ a, b, c, dark, light }) =>
      bar(14, 46, 72, 54, light) +
      bar(22, 62, 30, 24, c, 1) +
      bar(60, 58, 16, 42, b, 1) +
      [10, 26, 42, 58, 74]
        .map((x, index) => path(`M${x} 34H${x + 16}V50A8 8 0 0 1 ${x} 50Z`, index % 2 ? light : a))
        .join("") +
      bar(10, 28, 80, 7, dark, 1) +
      oval(37, 86, 18, 3, dark, ' opacity=".2"'),
  },
];
