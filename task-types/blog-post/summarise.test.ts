import { describe, expect, it } from "vitest";
import { summarise } from "./summarise.ts";

const content = `Twice a day the tide pushes salt water up to 40 kilometres inland. The estuary has the second highest tidal range in the world. [1]

## Salt marsh slows storm surges

The salt marsh behind the flats slows storm surges. It loses ground every year. Waves lose half of their height in the first 40 metres of marsh. [1]

## Coastal squeeze

The biggest threat to estuaries is coastal squeeze: the sea rises, but the marsh cannot move inland. "We lose it," Marsh says. [1]`;

describe("what is shown before the article", () => {
  const { excerpt, description } = summarise(content, "How tides shape estuaries", "en");

  it("is whole sentences of it that stand alone, other than the opening", () => {
    for (const text of [excerpt, description]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/Twice a day|second highest|^It |\[1\]|Marsh says/);
    }
    expect(excerpt).toContain("The biggest threat to estuaries is coastal squeeze");
    expect(excerpt).not.toContain(description);
    expect(description.length).toBeLessThanOrEqual(160);
  });

  it("is the opening where the article has nothing else", () => {
    const short = summarise("The tide rises twice a day in the estuary of the Wex. [1]", "tides", "en");
    expect(short.excerpt).toBe("The tide rises twice a day in the estuary of the Wex.");
    expect(short.description).toBe(short.excerpt);
  });
});
