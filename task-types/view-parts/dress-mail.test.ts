import { expect, it } from "vitest";
import { dressMail, hasDarkStyles } from "./dress-mail.ts";

const mail =
  "<!doctype html><html><head><style>@media (prefers-color-scheme: dark) { p { color: white } }</style></head><body><p>Hi</p></body></html>";

it("answers what the mail asks about the colour scheme", () => {
  expect(dressMail(mail, "dark")).toContain("@media (min-width: 0)");
  expect(dressMail(mail, "light")).toContain("@media (max-width: 0)");
  expect(dressMail(mail, "dark")).toContain("color-scheme:dark");
});

it("keeps the mail a whole document, its links beside the hub", () => {
  expect(dressMail(mail, "light")).toMatch(/^<!doctype html><html><head><base target="_blank">/);
  expect(dressMail("<p>Hi</p>", "light")).toMatch(/^<base target="_blank">.*<p>Hi<\/p>$/);
});

it("knows a mail without dark styles, however often it is asked", () => {
  for (const _ of [1, 2, 3]) expect([hasDarkStyles(mail), hasDarkStyles("<p>Hi</p>")]).toEqual([true, false]);
});
