import { expect, it } from "vitest";
import { mergeFields } from "./merge-fields.ts";

const base = {
  subject: "A",
  emails: [
    { number: 1, subject: "One" },
    { number: 2, subject: "Two" },
  ],
  n: 1,
};

it("puts edits of different fields together, deep in lists", () => {
  const mine = { ...base, emails: [{ number: 1, subject: "Eins" }, base.emails[1] ?? {}] };
  const theirs = { ...base, subject: "B", emails: [base.emails[0] ?? {}, { number: 2, subject: "Deux" }] };
  const { merged, conflicts } = mergeFields(base, mine, theirs, () => "mine");
  expect(conflicts).toEqual([]);
  expect(merged).toEqual({ ...theirs, emails: [mine.emails[0], theirs.emails[1]] });
});

it("asks about a field that both changed, and about a list that grew", () => {
  const mine = { ...base, subject: "M", emails: [...base.emails, { number: 3, subject: "Three" }] };
  const theirs = { ...base, subject: "T", emails: [{ number: 1, subject: "Uno" }] };
  const { merged, conflicts } = mergeFields(base, mine, theirs, (path) => (path === "subject" ? "theirs" : "mine"));
  expect(conflicts.map(({ path }) => path)).toEqual(["subject", "emails"]);
  expect(merged).toMatchObject({ subject: "T", emails: mine.emails, n: 1 });
});

it("takes a signature for no change", () => {
  const file = (signature: string) => ({ url: `http://h/api/tasks/1/artifacts/${"a".repeat(36)}?${signature}` });
  expect(mergeFields(file("x"), file("y"), file("z"), () => "mine").conflicts).toEqual([]);
});
