import { describe, expect, it } from "vitest";
import { pictureAddressSchema } from "./file-address.ts";
import { isInline, readInline } from "./inline-file.ts";

const types = ["image/png", "image/svg+xml"];
const textOf = (address: string) => new TextDecoder().decode(readInline(address, types).bytes);

describe("an address that is a file itself", () => {
  it("is read as base64 and as percent-encoded text, with parameters or without", () => {
    expect(textOf("data:image/svg+xml;base64,PHN2Zy8+")).toBe("<svg/>");
    expect(textOf("data:image/svg+xml,%3Csvg%2F%3E")).toBe("<svg/>");
    expect(textOf("data:image/svg+xml;charset=utf-8,%3Csvg/%3E")).toBe("<svg/>");
    expect(textOf("DATA:IMAGE/PNG;charset=x;base64,aGk=")).toBe("hi");
    expect(readInline("data:image/svg+xml,a", types)).toMatchObject({
      name: "inline.svg",
      contentType: "image/svg+xml",
    });
  });

  it.each([
    ["data:text/html,<script>", "it is text/html"],
    ["data:,hello", "names no media type"],
    ["data:image/png", "names no media type"],
    ["data:image/png,%E0%A4", "cut or not percent-encoded"],
  ])("that is no such file is refused: %s", (address, message) => {
    expect(isInline(address)).toBe(true);
    expect(() => readInline(address, types)).toThrow(message);
  });

  it("is taken for a picture, of a picture's type and size alone", () => {
    const takes = (address: string) => pictureAddressSchema.safeParse(address).success;
    expect(["data:image/png;base64,aGk=", "https://a.test/b.png", "/api/tasks/a/artifacts/b"].map(takes)).toEqual(
      Array(3).fill(true),
    );
    const large = `data:image/png;base64,${"a".repeat(1_400_001)}`;
    expect(["data:text/html,a", "javascript:alert(1)", "//elsewhere.test/a", large].map(takes)).toEqual(
      Array(4).fill(false),
    );
  });
});
