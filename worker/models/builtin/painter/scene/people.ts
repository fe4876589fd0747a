import { bar, disc, line, type Motif, path, type Tones } from "./motif.ts";

function person(x: number, { a, dark, skin }: Tones, hair = "#43302a"): string {
  return (
    `<g transform="translate(${x} 0)">` +
    path("M40 100L42 64H58L60 100H52L50 76L48 100Z", dark) +
    path("M34 68Q32 36 44 34H56Q68 36 66 68L59 66L60 68H40L41 66Z", a) +
    line("M38 42L34 66M62 42L66 66", a, 6) +
    disc(34, 69, 3, skin) +
    disc(66, 69, 3, skin) +
    bar(46, 28, 8, 8, skin) +
    disc(50, 20, 11, skin) +
    path("M38.5 20Q38 7 50 7T61.5 20Q58 13 50 13T38.5 20Z", hair) +
    `</g>`
  );
}

/** People, seen from far enough to be nobody in particular. */
export const people: Motif[] = [
  {
    words:
      "person|man|woman|girl|boy|child|children|hiker|traveller|traveler|farmer|teacher|student|worker|engineer|sailor|fisherman|king|queen|princess|hero|astronaut|someone|reader|manager|customer",
    size: 0.3,
    place: "front",
    draw: (tones) => person(0, tones),
  },
  {
    words:
      "people|team|family|crowd|couple|friends|community|workers|employees|staff|students|employee|meeting|society|audience|neighbours|neighbors|customers|teachers",
    size: 0.3,
    place: "front",
    draw: (tones) =>
      person(-26, { ...tones, a: tones.b }, "#8a5a34") +
      person(26, { ...tones, a: tones.c }, "#2b2b30") +
      person(0, tones),
  },
];
