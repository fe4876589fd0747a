import { expect, it } from "vitest";
import { requireBounded } from "#lib/net/bounded-markup.ts";

const many = 100_000;

it.each<[string, "html" | "xml", string]>([
  ["boxes", "html", "<div>".repeat(many)],
  ["tables", "html", "<table><tr><td>".repeat(many)],
  ["lists", "html", "<ul><li>".repeat(many)],
  ["boxes with marks in their attributes", "html", '<div a="<" b=">">'.repeat(many)],
  ["boxes that never end", "html", "<div ".repeat(many)],
  [
    "styles reopened in each paragraph",
    "html",
    `${Array.from({ length: 900 }, (_, n) => `<b id="${n}">`).join("")}${"<p>".repeat(many)}`,
  ],
  ["boxes behind a comment that has ended", "html", `<!-- a --!>${"<div>".repeat(many)}-->`],
  ["boxes in a drawing's program", "html", `<svg><script>${"<div>".repeat(many)}</script></svg>`],
  ["elements", "xml", "<a>".repeat(many)],
])("%s nested without end are refused in %s", (_, kind, text) => {
  expect(() => requireBounded(text, kind)).toThrow(/nested too deep/);
});

it.each<[string, "html" | "xml", string]>([
  ["rows and cells without end tags", "html", `<table>${"<tr><td>a<td>b".repeat(many)}</table>`],
  ["lines and pictures", "html", "<p>a<br><img src=x><li>b".repeat(many)],
  ["a program that compares", "html", `<script>${"if(i<n&&a<b)x='<div>';".repeat(many)}</script><div>a</div>`],
  ["comments", "html", `<!-- ${"<div>".repeat(many)} --><div>a</div>`],
  ["many boxes side by side", "html", "<div><span>a</span></div>".repeat(many)],
  ["many elements side by side", "xml", `<r>${'<a b="1"/><c>d</c>'.repeat(many)}</r>`],
  ["what is quoted", "xml", `<r><![CDATA[${"<a>".repeat(many)}]]></r>`],
  ["text", "html", "a < b ".repeat(many)],
])("%s are read in %s", (_, kind, text) => {
  expect(() => requireBounded(text, kind)).not.toThrow();
});
