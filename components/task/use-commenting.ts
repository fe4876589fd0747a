"use client";
import { useEffect, useRef, useState } from "react";
import { type CommentAnchor, findAnchor } from "./comment-anchor.ts";

/** The comment that is being made: what it is about, and the field it is written in. */
export function useCommenting() {
  const [anchor, setAnchor] = useState<CommentAnchor | null>(null);
  const commentField = useRef<HTMLTextAreaElement>(null);
  const looking = useRef(0);
  useEffect(() => () => cancelAnimationFrame(looking.current), []);
  /** At once, for the next key is meant for it; later where the evidence is still on its way, or a dialog has the focus. */
  function focusField() {
    cancelAnimationFrame(looking.current);
    const field = commentField.current;
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
    if (field && document.activeElement === field) return;
    looking.current = requestAnimationFrame(() => (field?.isConnected ? field.focus() : focusField()));
  }
  return {
    anchor,
    commentField,
    /** Begins a comment on the selection, the part in focus, or what is given. */
    comment: (on = findAnchor()) => {
      setAnchor(on);
      focusField();
    },
    clearAnchor: () => setAnchor(null),
  };
}

/** The key for it, on the desk and on the task's page. */
export const commentKey = {
  keys: "c",
  label: "Comment on the selection, or the part in focus",
  needs: "tasks:review",
} as const;
