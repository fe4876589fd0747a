import type { ModelKind } from "#lib/contract/model-kind.ts";
import type { OwnPrice, Price } from "#lib/models/price.ts";

/** What is typed for one price; empty where nothing was. */
export type PriceForm = { unit: Price["unit"]; first: string; second: string };

type Figure = { label: string; help?: string };

/** What each unit asks for. */
export const priceUnits: Record<Price["unit"], { label: string; figures: [Figure?, Figure?] }> = {
  tokens: {
    label: "Tokens read and written",
    figures: [{ label: "Dollars per million read" }, { label: "Dollars per million written" }],
  },
  image: {
    label: "Pictures",
    figures: [{ label: "Dollars per picture", help: "For all qualities and shapes; the API takes them one by one." }],
  },
  characters: { label: "Characters spoken", figures: [{ label: "Dollars per million characters" }] },
  minute: { label: "Minutes of speech", figures: [{ label: "Dollars per minute" }] },
  free: { label: "Nothing", figures: [] },
};

/** The price as it stands, to begin with; of an unknown one the unit that its kind is usually billed by. */
export function toPriceForm(price: Price | null, kind: ModelKind): PriceForm {
  const text = (value?: number) => (value === undefined ? "" : String(value));
  const form = { unit: price?.unit ?? usualUnit(kind), first: "", second: "" };
  if (price?.unit === "tokens") return { ...form, first: text(price.input), second: text(price.output) };
  if (price?.unit === "characters") return { ...form, first: text(price.perMillionCharacters) };
  if (price?.unit === "minute") return { ...form, first: text(price.perMinute) };
  if (price?.unit === "image" && typeof price.image === "number") return { ...form, first: text(price.image) };
  return form;
}

/** Null while a figure is missing or is none: what is not known is not 0. */
export function readPriceForm({ unit, first, second }: PriceForm): OwnPrice["price"] | null {
  const [one, two] = [dollars(first), dollars(second)];
  if (unit === "free") return { unit };
  if (one === null) return null;
  if (unit === "tokens") return two === null ? null : { unit, input: one, output: two };
  if (unit === "image") return { unit, image: one };
  return unit === "characters" ? { unit, perMillionCharacters: one } : { unit, perMinute: one };
}

function usualUnit(kind: ModelKind): Price["unit"] {
  if (kind === "image") return "image";
  return kind === "speech" ? "characters" : "tokens";
}

function dollars(text: string): number | null {
  const value = Number(text.trim() || Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : null;
}
