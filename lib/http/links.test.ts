import { describe, expect, it } from "vitest";
import { absoluteUrl, artifactUrl, isSigned, signReferences, thumbnailUrl, unsignReferences } from "#lib/http/links.ts";

const id = "01890000-0000-7000-8000-000000000001";
const other = "01890000-0000-7000-8000-000000000002";
const task = { id: "t:1", accountId: "account-1" };
const now = Date.UTC(2026, 0, 1, 12, 34);
const day = 24 * 3600 * 1000;

function parts(url: string) {
  const { searchParams, pathname } = new URL(url);
  return { pathname, expires: Number(searchParams.get("expires")), signature: searchParams.get("signature") ?? "" };
}

const opens = (file: string, expires: number, signature: string, at: number, accountId = task.accountId) =>
  isSigned({ id: file, accountId }, { expires, signature }, at);

describe("a signed address", () => {
  it("opens its file for seven days", () => {
    const { pathname, expires, signature } = parts(artifactUrl(task, id, now));
    expect(pathname).toBe(`/api/tasks/t%3A1/artifacts/${id}`);
    expect(opens(id, expires, signature, now)).toBe(true);
    expect(opens(id, expires, signature, now + 7 * day - 1)).toBe(true);
    expect(opens(id, expires, signature, now + 8 * day)).toBe(false);
  });

  it("opens no other file, at no other time, and by no other signature", () => {
    const { expires, signature } = parts(artifactUrl(task, id, now));
    expect(opens(other, expires, signature, now)).toBe(false);
    expect(opens(id, expires, signature, now, "account-2")).toBe(false);
    expect(opens(id, expires + 3600, signature, now)).toBe(false);
    expect(opens(id, expires, `${signature.slice(0, -1)}${signature.endsWith("A") ? "B" : "A"}`, now)).toBe(false);
    for (const broken of ["", "ä", signature.slice(1), `${signature}a`]) {
      expect(opens(id, expires, broken, now)).toBe(false);
    }
    for (const never of [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1.5]) {
      expect(opens(id, never, signature, now)).toBe(false);
    }
  });

  it("is repeated within the hour, so that browsers keep what they have", () => {
    expect(artifactUrl(task, id, now)).toBe(artifactUrl(task, id, now + 60_000));
    expect(artifactUrl(task, id, now)).not.toBe(artifactUrl(task, id, now + 3_600_000));
  });
});

describe("a small picture's address", () => {
  it("is the file's own with a word more, and is read back as the file", () => {
    expect(thumbnailUrl(task, `artifact:${id}`)).toBe(`${artifactUrl(task, id)}&thumbnail=1`);
    expect(unsignReferences(thumbnailUrl(task, `artifact:${id}`))).toBe(`artifact:${id}`);
  });

  it("is none for what is not one of the hub's files", () => {
    expect(thumbnailUrl(task, null)).toBeNull();
    expect(thumbnailUrl(task, "https://elsewhere.example/a.png")).toBeNull();
    expect(thumbnailUrl(task, `see artifact:${id}`)).toBeNull();
  });
});

describe("references", () => {
  const stored = {
    image: `artifact:${id}`,
    text: `![a](artifact:${id}) and (artifact:${other})`,
    list: [{ deep: `artifact:${other}` }, 7, null, true],
    plain: "artifact:not-one",
  };

  it("become addresses, however deep, and the very same references again", () => {
    const shown = signReferences(stored, task);
    expect(shown.image).toMatch(
      new RegExp(`^${absoluteUrl("/api/tasks/t%3A1/artifacts/")}${id}\\?expires=\\d+&signature=`),
    );
    expect(JSON.stringify(shown)).not.toContain(`artifact:${id}`);
    expect(unsignReferences(shown)).toEqual(stored);
  });

  it("are taken from addresses without a signature too, and from nobody else's paths", () => {
    expect(unsignReferences(absoluteUrl(`/api/tasks/t/artifacts/${id}`))).toBe(`artifact:${id}`);
    const foreign = `https://elsewhere.example/files/artifacts/${id}`;
    expect(unsignReferences(foreign)).toBe(foreign);
  });
});
