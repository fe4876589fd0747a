import type { Json, JsonObject } from "#lib/contract/json.ts";

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(end: number): number {
    return Math.floor(this.roll() * end);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
}

/** A value that a JSON Schema describes: what is required, and a third of what is not. */
export function sample(schema: JsonObject, dice: Dice, root: JsonObject = schema): Json {
  if (typeof schema.$ref === "string") return sample(resolve(root, schema.$ref), dice, root);
  if ("const" in schema) return schema.const as Json;
  if (Array.isArray(schema.enum)) return dice.pick(schema.enum);
  for (const name of ["anyOf", "oneOf", "allOf"] as const) {
    const variants = schema[name];
    if (Array.isArray(variants) && variants.length > 0) return sample(dice.pick(variants) as JsonObject, dice, root);
  }
  const { type } = schema;
  if (type === "object") return sampleObject(schema, dice, root);
  if (type === "array") {
    const length = Math.max(Number(schema.minItems ?? 0), dice.below(4));
    return Array.from({ length }, () => sample((schema.items ?? {}) as JsonObject, dice, root));
  }
  if (type === "integer" || type === "number") {
    const least = Math.max(Number(schema.minimum ?? 0), -1000);
    return least + dice.below(Math.min(Number(schema.maximum ?? 100), 100_000) - least + 1);
  }
  if (type === "boolean") return dice.roll() < 0.5;
  if (type === "null") return null;
  return sampleText(schema, dice);
}

function sampleObject(schema: JsonObject, dice: Dice, root: JsonObject): JsonObject {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = Object.entries((schema.properties ?? {}) as JsonObject);
  return Object.fromEntries(
    properties
      .filter(([name]) => required.includes(name) || dice.roll() < 0.33)
      .map(([name, value]) => [name, sample(value as JsonObject, dice, root)]),
  );
}

function sampleText(schema: JsonObject, dice: Dice): string {
  const { format, pattern } = schema;
  if (format === "uuid") return crypto.randomUUID();
  if (format === "date-time") return "2031-01-31T09:00:00Z";
  // An address that needs no look-up.
  if (format === "uri") return "https://93.184.215.14/page";
  if (format === "email") return `${dice.below(1e9)}@example.com`;
  if (typeof pattern === "string" && pattern.includes("{64}")) return "0".repeat(64);
  if (typeof pattern === "string" && pattern.includes("{0,127}")) return `t-${dice.below(1e9)}`;
  return dice.pick(["Twice a day the tide fills an estuary.", "tide", "Wattenmeer, Gezeiten – 潮汐", "a".repeat(40)]);
}

function resolve(root: JsonObject, ref: string): JsonObject {
  const path = ref.replace(/^#\/?/, "").split("/").filter(Boolean);
  return path.reduce((at, name) => at[name] as JsonObject, root);
}

/** What nobody should send; as JSON text, for some of it no object in memory can say. */
const hostile: readonly string[] = [
  ...["null", "true", "0", "-1", "-0", "1.5", "1e308", "-1e308", "1e400", "5e-324", "9007199254740993", "1e9"],
  ...['""', '" "', '"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udfff a"', '"\\u202e"', '"👩‍👩‍👧‍👦"', '"0"', '"NaN"'],
  ...['"../../etc/passwd"', '"\'; drop table tasks; --"', '"{{7*7}}"', '"<script>alert(1)</script>"', '"%00%ff"'],
  ...[
    '"file:///etc/passwd"',
    '"http://[::1]/"',
    '"http://169.254.169.254/"',
    '"javascript:1"',
    '"9999-99-99T99:99:99Z"',
  ],
  ...["[]", "{}", "[null]", "[[]]", "[{}]", '{"":""}', '{"a":{"b":[1,2,{}]}}', '["a","a","a"]'],
  ...['{"__proto__":{"status":"approved"}}', '{"constructor":{"prototype":{"a":1}}}', '{"toString":1,"valueOf":2}'],
  `"${"x".repeat(300_000)}"`,
  `"${"\\u0041".repeat(2_000)}"`,
  `[${"1,".repeat(20_000)}1]`,
  `{${Array.from({ length: 2_000 }, (_, n) => `"k${n}":${n}`).join(",")}}`,
  `${"[".repeat(60)}${"]".repeat(60)}`,
  `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
  `${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)}`,
];

const names = [
  "__proto__",
  "constructor",
  "prototype",
  "status",
  "account_id",
  "quality_score",
  "uid",
  "",
  "a\\u0000b",
  "\\ud800",
];
const marker = "\u{f0000}hostile\u{f0000}";

/** Of the same type, where the type is one of which there are odd ones. */
function oddOneOf(value: Json | undefined, dice: Dice): string {
  const isLike: Record<string, (text: string) => boolean> = {
    string: (text) => text.startsWith('"') && text.length < 100,
    number: (text) => /^-?\d/.test(text),
    object: (text) => /^[[{]/.test(text) && text.length < 1_000,
  };
  const like = isLike[typeof value];
  return dice.pick(like ? hostile.filter(like) : hostile);
}

/** A body with up to three faults, as text. */
export function mutate(body: JsonObject, dice: Dice): string {
  let mutant: JsonObject = structuredClone(body);
  const values: string[] = [];
  for (let left = dice.pick([0, 1, 1, 1, 2, 3]); left > 0; left -= 1) {
    const fault = dice.roll();
    const place = dice.pick(placesIn(mutant));
    if (fault < 0.6) {
      values.push(fault < 0.4 ? oddOneOf(place.holder[place.key], dice) : dice.pick(hostile));
      place.holder[place.key] = marker;
    } else if (fault < 0.75 && !Array.isArray(place.holder)) delete place.holder[place.key];
    else if (fault < 0.85 && isObject(mutant.request_data)) mutant = { ...mutant, ...mutant.request_data };
    else if (fault < 0.9) mutant = { ...pickOf(mutant, ["task_type", "task_id"]), request_data: mutant };
    else {
      mutant[`${marker}${values.length}`] = marker;
      values.push(`${dice.pick(names)}${marker}${dice.pick(hostile)}`);
    }
  }
  const text = placed(JSON.stringify(mutant), values);
  return spoilt(text, dice);
}

/** Puts the hostile text where the markers stand: as a value, or as a name and its value. */
function placed(text: string, values: string[]): string {
  let next = 0;
  const field = new RegExp(`"${marker}\\d+":"${marker}"|"${marker}"`, "gu");
  const ordered = [...values].sort((a, b) => Number(a.includes(marker)) - Number(b.includes(marker)));
  const [plain, named] = [ordered.filter((v) => !v.includes(marker)), ordered.filter((v) => v.includes(marker))];
  return text.replace(field, (found) => {
    if (!found.includes(":")) return plain[next++] ?? "null";
    const [name = "x", value = "1"] = (named.pop() ?? "").split(marker);
    return `"${name}":${value}`;
  });
}

/** Now and then not even JSON: cut off, doubled, with a second value of a field, or with a mark before it. */
function spoilt(text: string, dice: Dice): string {
  const fault = dice.roll();
  if (fault < 0.02) return text.slice(0, dice.below(text.length));
  if (fault < 0.03) return text + text;
  if (fault < 0.04) return `\ufeff${text}`;
  if (fault < 0.08 && text.length > 2) return `${text.slice(0, -1)},${text.slice(1)}`;
  return text;
}

type Place = { holder: { [key: string | number]: Json }; key: string | number };

function placesIn(value: Json, found: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return found;
  const holder = value as Place["holder"];
  for (const key of Object.keys(value)) {
    found.push({ holder, key });
    placesIn(holder[key] ?? null, found);
  }
  return found.length > 0 ? found : [{ holder, key: "task_type" }];
}

function pickOf(body: JsonObject, keys: string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => keys.includes(key)));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
