import { expect, it } from "vitest";
import { replaceBlock } from "./block-places.ts";

const text = "# A\n\nOne.\r\n\r\n- two\n";
const one = { from: text.indexOf("One."), to: text.indexOf("One.") + 4 };

it("changes nothing but the block", () => {
  expect(replaceBlock(text, one, "One, two.")).toBe("# A\n\nOne, two.\r\n\r\n- two\n");
  expect(replaceBlock(text, one, "One.")).toBe(text);
});

it("takes an emptied block away with what parted it from the next", () => {
  expect(replaceBlock(text, one, " \n")).toBe("# A\n\n- two\n");
  expect(replaceBlock("One.\n\nTwo.", { from: 6, to: 10 }, "")).toBe("One.");
});
