import type { Platform } from "./schema.ts";

export type Network = {
  name: string;
  /** Pixels on the network's own page. */
  width: number;
  /** Of the picture, as the network cuts it. */
  picture: string;
  pictureFirst: boolean;
  /** Characters before the network folds the rest away; null where it shows all. */
  fold: number | null;
  actions: readonly string[];
};

export const networks: Record<Platform, Network> = {
  x: {
    name: "X",
    width: 598,
    picture: "16 / 9",
    pictureFirst: false,
    fold: null,
    actions: ["Reply", "Repost", "Like", "Bookmark"],
  },
  linkedin: {
    name: "LinkedIn",
    width: 552,
    picture: "1.91 / 1",
    pictureFirst: false,
    fold: 210,
    actions: ["Like", "Comment", "Repost", "Send"],
  },
  instagram: {
    name: "Instagram",
    width: 468,
    picture: "1 / 1",
    pictureFirst: true,
    fold: 125,
    actions: ["Like", "Comment", "Share", "Save"],
  },
  facebook: {
    name: "Facebook",
    width: 500,
    picture: "1.91 / 1",
    pictureFirst: false,
    fold: 477,
    actions: ["Like", "Comment", "Share"],
  },
  threads: {
    name: "Threads",
    width: 572,
    picture: "4 / 3",
    pictureFirst: false,
    fold: null,
    actions: ["Like", "Reply", "Repost", "Share"],
  },
  bluesky: {
    name: "Bluesky",
    width: 600,
    picture: "16 / 9",
    pictureFirst: false,
    fold: null,
    actions: ["Reply", "Repost", "Like"],
  },
  mastodon: {
    name: "Mastodon",
    width: 580,
    picture: "16 / 9",
    pictureFirst: false,
    fold: null,
    actions: ["Reply", "Boost", "Favourite", "Bookmark"],
  },
};
