"use client";
import clsx from "clsx";
import { MessageSquarePlus } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import type { CommentResponse } from "#lib/contract/task-response.ts";
import { type CommentAnchor, partName } from "./comment-anchor.ts";
import { CommentBody } from "./comment-body.tsx";
import { findPassage, markPassages, showPassage } from "./show-in-preview.ts";
import { type PlacedComment, usePlacedComments } from "./use-placed-comments.ts";

type Props = {
  taskId: string;
  preview: RefObject<HTMLDivElement | null>;
  comments: readonly CommentResponse[];
  canResolve: boolean;
  /** Begins a comment on a part; absent where comments are not made. */
  onComment?: (anchor: CommentAnchor) => void;
};

/** Open comments beside their passages: cards where the margin is wide enough, marks that open where it is not. */
export function CommentMargin({ taskId, preview, comments, canResolve, onComment }: Props) {
  const placed = usePlacedComments(preview, comments);
  const part = useHoveredPart(onComment ? preview : null);
  const [open, setOpen] = useState<string | null>(null);

  useEffect(() => {
    markPassages(placed.map(({ anchor }) => anchor));
    return () => markPassages([]);
  }, [placed]);
  useEffect(() => {
    const element = preview.current;
    const onClick = ({ clientX, clientY }: MouseEvent) => {
      const hit = placed.find(({ anchor }) => isOver(findPassage(anchor), clientX, clientY) && anchor.quote);
      if (hit) showComment(hit, setOpen);
    };
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, [preview, placed]);

  return (
    <>
      {part && onComment ? (
        <button
          type="button"
          aria-label={`Comment on ${partName(part.path)}`}
          title={`Comment on ${partName(part.path)}`}
          style={{ top: part.top }}
          onClick={() => onComment({ path: part.path })}
          className="absolute right-8 z-5 inline-flex size-7 items-center justify-center rounded-md border border-line bg-raised text-ink-soft hover:text-ink"
        >
          <MessageSquarePlus className="size-4" aria-hidden />
        </button>
      ) : null}
      <ol aria-label="Comments beside the text">
        {placed.map((one) => (
          <li
            key={one.comment.id}
            style={{ "--mark": `${one.markTop}px`, "--card": `${one.cardTop}px` } as React.CSSProperties}
            className={clsx(
              "absolute right-0 top-(--mark) max-sm:-right-3.5 @6xl:top-(--card) @6xl:w-52",
              open === one.comment.id ? "z-8" : "z-5",
            )}
          >
            <button
              type="button"
              aria-expanded={open === one.comment.id}
              aria-label={`Comment of ${one.comment.author.name}`}
              onClick={() => (open === one.comment.id ? setOpen(null) : showComment(one, setOpen))}
              className="inline-flex size-6 items-center justify-center rounded-full bg-person-soft text-small font-strong text-ink @6xl:hidden"
            >
              {one.comment.author.name.charAt(0).toUpperCase()}
            </button>
            <div
              className={clsx(
                "rounded-md border border-line bg-raised p-2.5 font-sans text-ui shadow-float @6xl:block @6xl:shadow-none",
                open === one.comment.id ? "absolute right-7 top-0 w-64 @6xl:static @6xl:w-auto" : "hidden",
              )}
            >
              <CommentBody
                taskId={taskId}
                comment={one.comment}
                canResolve={canResolve}
                onShow={() => showComment(one, setOpen)}
              />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function showComment({ comment, anchor }: PlacedComment, setOpen: (id: string) => void): void {
  setOpen(comment.id);
  showPassage("comment", anchor);
  document.getElementById(`comment-${comment.id}`)?.scrollIntoView({ block: "nearest" });
}

function isOver(range: Range | null, x: number, y: number): boolean {
  return [...(range?.getClientRects() ?? [])].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

/** The part of the content that the pointer or the focus is in; parts can take the focus while they may be commented on. */
function useHoveredPart(preview: RefObject<HTMLDivElement | null> | null): { path: string; top: number } | null {
  const [part, setPart] = useState<{ path: string; top: number } | null>(null);
  useEffect(() => {
    const element = preview?.current;
    if (!element) return;
    const onOver = ({ target }: Event) => {
      const found = target instanceof Element ? target.closest<HTMLElement>("[data-part]") : null;
      const path = found?.dataset.part;
      if (!found || !path) return setPart(null);
      const top = found.getBoundingClientRect().top - element.getBoundingClientRect().top;
      setPart((before) => (before?.path === path && before.top === top ? before : { path, top }));
    };
    const makeFocusable = () => {
      for (const found of element.querySelectorAll<HTMLElement>(":is(li, figure)[data-part]:not([tabindex])"))
        found.tabIndex = 0;
    };
    makeFocusable();
    const changes = new MutationObserver(makeFocusable);
    changes.observe(element, { childList: true, subtree: true });
    element.addEventListener("pointerover", onOver);
    element.addEventListener("focusin", onOver);
    return () => {
      changes.disconnect();
      element.removeEventListener("pointerover", onOver);
      element.removeEventListener("focusin", onOver);
    };
  }, [preview]);
  return part;
}
