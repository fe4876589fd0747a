import twitter from "twitter-text";
import type { Platform } from "./schema.ts";

export type PlatformRule = {
  label: string;
  limit: number;
  unit: "weighted characters" | "graphemes" | "characters";
  /** How long the text is, in that unit. */
  count: (text: string) => number;
  /** How many words make a good post there; for authors, not a limit. */
  usualWords: number;
  /** How many hashtags are customary. */
  hashtags: number;
  advice: string;
};

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const address = /https?:\/\/[^\s]+/g;

const graphemes = (text: string) => [...segmenter.segment(text)].length;

/** X's own counting: addresses are 23 long, most marks outside of Latin count twice (developer.x.com, "Counting characters"). */
const weighted = (text: string) => twitter.parseTweet(text).weightedLength;

/** Mastodon counts graphemes, with addresses as 23 and mentions without their server (docs.joinmastodon.org, "Posting"). */
const mastodon = (text: string) => graphemes(text.replace(address, "x".repeat(23)).replace(/(@\w+)@[\w.-]+/g, "$1"));

/** Threads counts an emoji as the bytes that it takes in UTF-8 (developers.facebook.com, "Threads API: Posts"). */
const threads = (text: string) =>
  [...segmenter.segment(text)].reduce(
    (sum, { segment }) =>
      sum + (/\p{Extended_Pictographic}/u.test(segment) ? new TextEncoder().encode(segment).length : 1),
    0,
  );

/** UTF-16 units, the strictest reading of "characters". */
const units = (text: string) => text.length;

export const platformRules: Record<Platform, PlatformRule> = {
  x: {
    label: "X",
    limit: 280,
    unit: "weighted characters",
    count: weighted,
    usualWords: 30,
    hashtags: 2,
    advice: "one thought, the news first",
  },
  bluesky: {
    label: "Bluesky",
    limit: 300,
    unit: "graphemes",
    count: graphemes,
    usualWords: 35,
    hashtags: 2,
    advice: "one thought, plainly said",
  },
  mastodon: {
    label: "Mastodon",
    limit: 500,
    unit: "graphemes",
    count: mastodon,
    usualWords: 55,
    hashtags: 3,
    advice: "friendly and complete; hashtags in CamelCase at the end",
  },
  threads: {
    label: "Threads",
    limit: 500,
    unit: "characters",
    count: threads,
    usualWords: 50,
    hashtags: 1,
    advice: "conversational",
  },
  linkedin: {
    label: "LinkedIn",
    limit: 3000,
    unit: "characters",
    count: units,
    usualWords: 130,
    hashtags: 4,
    advice: "the point in the first two lines, then short paragraphs",
  },
  facebook: {
    label: "Facebook",
    limit: 63_206,
    unit: "characters",
    count: units,
    usualWords: 80,
    hashtags: 2,
    advice: "warm, two or three short paragraphs",
  },
  instagram: {
    label: "Instagram",
    limit: 2200,
    unit: "characters",
    count: units,
    usualWords: 90,
    hashtags: 8,
    advice: "the first line must stand alone; hashtags at the end",
  },
};
