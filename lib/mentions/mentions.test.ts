import { expect, it } from "vitest";
import {
  mentionedUsers,
  nameMentions,
  plainMentions,
  readMentions,
  renameMentions,
  writeMention,
} from "#lib/mentions/mentions.ts";

const ben = { id: "0190a000-0000-7000-8000-000000000001", name: "Ben Ode" };

it("reads who is named where", () => {
  const text = `Ask ${writeMention(ben)}, please`;
  expect(readMentions(text)).toEqual([
    { text: "Ask ", userId: null },
    { text: "@Ben Ode", userId: ben.id },
    { text: ", please", userId: null },
  ]);
  expect(plainMentions(text)).toBe("Ask @Ben Ode, please");
});

it("takes anything else as it stands", () => {
  for (const text of [
    "@Ben",
    "a@[b](user:1)",
    "@[Ben](https://x.test)",
    "@[](user:0190a000-0000-7000-8000-000000000001)",
  ])
    expect(readMentions(text)).toEqual([{ text, userId: null }]);
  expect(readMentions("")).toEqual([]);
});

it("names each person once", () => {
  expect(mentionedUsers(`${writeMention(ben)} ${writeMention({ ...ben, id: ben.id.toUpperCase() })}`)).toEqual([
    ben.id,
  ]);
});

it("shows nobody under another's name", () => {
  const forged = `@[The boss](user:${ben.id}) agreed`;
  expect(plainMentions(renameMentions(forged, new Map([[ben.id, ben.name]])))).toBe("@Ben Ode agreed");
});

it("a name with a bracket does not end the mark", () => {
  expect(mentionedUsers(writeMention({ id: ben.id, name: "Ben [x] Ode" }))).toEqual([ben.id]);
});

it("makes marks of whole names only", () => {
  const people = [
    { id: ben.id, name: "Ben" },
    { id: ben.id.replace(/1$/, "2"), name: "Ben (ext.) Ode" },
  ];
  const marked = nameMentions("@Bennett, @Ben and @Ben (ext.) Ode: @Ben", people);
  expect(readMentions(marked).map(({ text, userId }) => userId?.at(-1) ?? text)).toEqual([
    ...["@Bennett, ", "1", " and ", "2", ": ", "1"],
  ]);
});
