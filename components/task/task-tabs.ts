"use client";
import { choiceParam } from "../shell/url-param.ts";
import { useUrlParams } from "../shell/url-params.ts";

const contentTabs = ["preview", "markdown", "diff", "json"] as const;
export type ContentTab = (typeof contentTabs)[number];
type ContentView = ContentTab | "edit";

const params = { view: choiceParam<ContentView>([...contentTabs, "edit"], "preview") };

/** What the middle of the screen shows, kept in the address. */
export function useContentView(): [ContentView, (view: ContentView) => void] {
  const [{ view }, set] = useUrlParams(params);
  return [view, (next) => set({ view: next })];
}
