import { expect, it } from "vitest";
import { presentPost } from "./present-post.ts";
import type { PublicPost } from "./public-posts.ts";

const account = { name: "First", slug: "first" };
const post = (content: string): PublicPost => ({
  slug: "tides",
  title: "Tides",
  content,
  result: { excerpt: "The tide comes twice a day." },
  language: "English",
  firstPublishedAt: new Date(0),
  publishedAt: new Date(0),
});

it("shows the excerpt above a text only where the text does not begin with it", () => {
  const own = presentPost(account, post("Nobody counts the waves. The moon does the rest."));
  expect(own.standfirst).toBe("The tide comes twice a day.");
  const same = presentPost(account, post("The tide comes **twice** a day [1]. The moon does the rest."));
  expect([same.standfirst, same.excerpt]).toEqual([null, "The tide comes twice a day."]);
});
