import type * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import type { EditForm, Measured } from "../edit-form.ts";
import { platformRules } from "./platforms.ts";
import type { socialMedia } from "./schema.ts";
import { SocialCard } from "./social-card.tsx";

type Post = z.output<typeof socialMedia.result>["posts"][number];

/** By the platform's own counting, as the server will count again. */
function measure(text: string, post: JsonObject): Measured {
  const { limit, unit, count } = platformRules[postOf(post).platform];
  return { length: count(text), limit, unit };
}

/** Items of the result's `posts` are posts: its schema was checked when it was stored. */
function postOf(value: JsonObject): Post {
  return value as unknown as Post;
}

export const socialMediaForm: EditForm = {
  fields: [
    {
      kind: "items",
      name: "posts",
      label: "Posts",
      itemLabel: (post) => platformRules[postOf(post).platform].label,
      fields: [
        { kind: "lines", name: "text", label: "Text", measure },
        { kind: "line", name: "image_alt", label: "Description of the picture", nullable: true },
      ],
      preview: ({ value, publisher }) => (
        <SocialCard post={{ ...postOf(value), ...measure(postOf(value).text, value) } as Post} publisher={publisher} />
      ),
    },
  ],
};
