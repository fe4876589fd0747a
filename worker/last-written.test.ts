import { expect, it } from "vitest";
import { lastWritten } from "./last-written.ts";

it("is the end of what there is, from the beginning of a word", () => {
  const text = lastWritten(["A title", "ebb and flow ".repeat(500)]);
  expect(text.length).toBeLessThanOrEqual(600);
  expect(text).toMatch(/^(ebb|and|flow) .* flow$/);
  expect(lastWritten(["Tides", "rise."])).toBe("Tides\nrise.");
  expect(lastWritten([])).toBe("");
});

it("is plain text, whatever the model writes, and never half a character", () => {
  expect(lastWritten(["a\u0000b\u001b[31mc\u202egnirts\u2069"])).toBe("a b [31mc gnirts");
  expect(lastWritten(["<script>alert(1)</script>"])).toBe("<script>alert(1)</script>");
  expect(lastWritten(["🌊".repeat(5_000)])).toBe("🌊".repeat(600));
});

it("fits into one notification, whatever it is made of", () => {
  for (const worst of ['"', "\\", "\n", "🌊", "字"]) {
    expect(Buffer.byteLength(JSON.stringify(lastWritten([`x${worst.repeat(9_000)}x`])))).toBeLessThan(4_000);
  }
});
