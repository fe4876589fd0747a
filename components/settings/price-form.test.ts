import { expect, it } from "vitest";
import { ownPriceSchema } from "#lib/contract/models.ts";
import type { Price } from "#lib/models/price.ts";
import { type PriceForm, priceUnits, readPriceForm, toPriceForm } from "./price-form.ts";

const prices: Price[] = [
  { unit: "tokens", input: 1.25, output: 0 },
  { unit: "image", image: 0.04 },
  { unit: "characters", perMillionCharacters: 15 },
  { unit: "minute", perMinute: 0.015 },
  { unit: "free" },
];

it.each(prices)("shows a price by $unit, and reads back what the API takes", (price) => {
  expect(readPriceForm(toPriceForm(price, "text"))).toEqual(price);
  expect(ownPriceSchema.parse(price)).toEqual(price);
});

it("asks for as many figures as each unit has, and takes none of them for 0 while it is empty", () => {
  for (const unit of Object.keys(priceUnits) as Price["unit"][]) {
    const filled: PriceForm = { unit, first: "1", second: "2" };
    expect(readPriceForm(filled)).not.toBeNull();
    for (const [index] of priceUnits[unit].figures.entries()) {
      const name = index === 0 ? "first" : "second";
      for (const text of ["", " ", "-1", "a", "Infinity"]) {
        expect(readPriceForm({ ...filled, [name]: text })).toBeNull();
      }
    }
  }
});

it("begins with the unit that a model of this kind is usually billed by", () => {
  expect(toPriceForm(null, "vision")).toEqual({ unit: "tokens", first: "", second: "" });
  expect(toPriceForm(null, "speech").unit).toBe("characters");
  expect(toPriceForm({ unit: "image", image: { fast: sides, balanced: sides, quality: sides } }, "image").first).toBe(
    "",
  );
});

const sides = { square: 1, wide: 2 };
