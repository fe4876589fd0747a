"use client";
import { type RefObject, useEffect, useMemo, useState } from "react";
import type { CommentResponse } from "#lib/contract/task-response.ts";
import { anchorOf, type CommentAnchor } from "./comment-anchor.ts";
import { findPassage } from "./show-in-preview.ts";

export type PlacedComment = { comment: CommentResponse; anchor: CommentAnchor; markTop: number; cardTop: number };

/** Pixels between the tops of two marks, and of two cards. */
const markGap = 28;
const cardGap = 172;

/** Open comments whose passage is on the screen, from the top down, none over another. Follows what changes height. */
export function usePlacedComments(
  preview: RefObject<HTMLDivElement | null>,
  comments: readonly CommentResponse[],
): PlacedComment[] {
  const anchored = useMemo(
    () =>
      comments.flatMap((comment) => {
        const anchor = comment.resolved_at === null ? anchorOf(comment) : null;
        return anchor ? { comment, anchor } : [];
      }),
    [comments],
  );
  const [placed, setPlaced] = useState<PlacedComment[]>([]);
  useEffect(() => {
    const element = preview.current;
    if (!element || anchored.length === 0) return setPlaced([]);
    let frame = 0;
    const place = () => {
      const from = element.getBoundingClientRect().top;
      const found = anchored.flatMap((one) => {
        const range = findPassage(one.anchor);
        return range ? { ...one, top: range.getBoundingClientRect().top - from } : [];
      });
      setPlaced(spread(found.toSorted((a, b) => a.top - b.top)));
    };
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    soon();
    const sizes = new ResizeObserver(soon);
    const changes = new MutationObserver(soon);
    sizes.observe(element);
    changes.observe(element, { childList: true, subtree: true });
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      changes.disconnect();
    };
  }, [preview, anchored]);
  return placed;
}

function spread(found: { comment: CommentResponse; anchor: CommentAnchor; top: number }[]): PlacedComment[] {
  let mark = Number.NEGATIVE_INFINITY;
  let card = Number.NEGATIVE_INFINITY;
  return found.map(({ comment, anchor, top }) => {
    mark = Math.max(top, mark + markGap);
    card = Math.max(top, card + cardGap);
    return { comment, anchor, markTop: mark, cardTop: card };
  });
}
