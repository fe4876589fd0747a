"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { deleteView, type SavedView, viewsQuery } from "#lib/queries/views.ts";
import { notifyError } from "../ui/toast.ts";

const SaveViewDialog = dynamic(() => import("./save-view-dialog.tsx").then((module) => module.SaveViewDialog), {
  ssr: false,
});

/** Saved filters and order, one tab each; the first is everything. */
export function ViewTabs() {
  const { data: views } = useQuery(viewsQuery());
  const router = useRouter();
  const current = useSearchParams().toString();
  const [saving, setSaving] = useState(false);
  const known = current === "" || views?.some((view) => view.query === current);
  const show = (query: string) => router.replace(query ? `/queue?${query}` : "/queue", { scroll: false });
  if (!views || (views.length === 0 && current === "")) return null;
  return (
    <nav aria-label="Saved views" className="flex gap-1 overflow-x-auto border-b border-line px-4">
      <ViewTab name="All tasks" current={current === ""} onShow={() => show("")} />
      {views.map((view) => (
        <ViewTab
          key={view.id}
          name={view.name}
          current={view.query === current}
          onShow={() => show(view.query)}
          view={view}
        />
      ))}
      {known ? null : (
        <button
          type="button"
          onClick={() => setSaving(true)}
          className="h-9 px-2 whitespace-nowrap text-accent hover:underline max-sm:h-11"
        >
          Save this view
        </button>
      )}
      {saving ? <SaveViewDialog query={current} onClose={() => setSaving(false)} /> : null}
    </nav>
  );
}

type TabProps = { name: string; current: boolean; onShow: () => void; view?: SavedView };

function ViewTab({ name, current, onShow, view }: TabProps) {
  const client = useQueryClient();
  const forget = useMutation({
    mutationFn: deleteView,
    onError: (error) => notifyError(`“${name}” stays`, error),
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery().queryKey }),
  });
  return (
    <span
      className={clsx(
        "-mb-px inline-flex items-center border-b-2",
        current ? "border-ink font-strong" : "border-transparent text-ink-soft forced-colors:border-[Canvas]",
      )}
    >
      <button
        type="button"
        aria-current={current ? "page" : undefined}
        onClick={onShow}
        className="h-9 px-2 whitespace-nowrap hover:text-ink focus-visible:-outline-offset-2 max-sm:h-11"
      >
        {name}
      </button>
      {view && current ? (
        <button
          type="button"
          aria-label={`Forget the view ${name}`}
          title="Forget this view"
          onClick={() => forget.mutate(view.id)}
          className="inline-flex size-6 items-center justify-center rounded-full text-ink-faint hover:bg-hover hover:text-ink"
        >
          <X className="size-3" aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
