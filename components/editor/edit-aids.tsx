"use client";
import { Pencil } from "lucide-react";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { IconButton } from "../ui/button.tsx";
import { BlockForm } from "./block-form.tsx";
import { type BlockPlace, blockAt, blocksIn } from "./block-places.ts";
import { DraftNotice } from "./draft-notice.tsx";
import { useWaitingDraft } from "./use-waiting-draft.ts";

type Props = { task: TaskDetail; onEdit: () => void };

/** Over the text that is read: a pencil for one block, and a word about a draft that waits. */
export function EditAids({ task, onEdit }: Props) {
  const { key, known, waiting } = useWaitingDraft(task.task_id);
  const draft = waiting?.draft ?? null;
  const root = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<BlockPlace | null>(null);
  const [edited, setEdited] = useState<{ place: BlockPlace; host: HTMLElement } | null>(null);
  const editing = edited !== null;

  const start = useCallback(
    (place: BlockPlace) => {
      // A draft already holds other words than the ones on the screen.
      if (draft) return onEdit();
      if (!known) return;
      const host = document.createElement("div");
      place.element.after(host);
      place.element.hidden = true;
      setEdited({ place, host });
    },
    [draft, known, onEdit],
  );
  useEffect(() => {
    const container = root.current?.parentElement;
    if (!container || editing) return;
    const first = blocksIn(container)[0];
    setAt((now) => (now?.element.isConnected ? now : (first ?? null)));
    function onPointerOver(event: PointerEvent) {
      const place = blockAt(event.target);
      if (place) setAt(place);
    }
    function onDoubleClick(event: MouseEvent) {
      const place = blockAt(event.target);
      if (!place) return;
      window.getSelection()?.removeAllRanges();
      start(place);
    }
    // The text may be shown a moment after this.
    const observer = new MutationObserver(() =>
      setAt((now) => (now?.element.isConnected ? now : (blocksIn(container)[0] ?? null))),
    );
    observer.observe(container, { childList: true, subtree: true });
    container.addEventListener("pointerover", onPointerOver);
    container.addEventListener("dblclick", onDoubleClick);
    return () => {
      observer.disconnect();
      container.removeEventListener("pointerover", onPointerOver);
      container.removeEventListener("dblclick", onDoubleClick);
    };
  }, [editing, start]);

  function close() {
    if (!edited) return;
    edited.place.element.hidden = false;
    edited.host.remove();
    setEdited(null);
  }
  function step(by: number) {
    const container = root.current?.parentElement;
    if (!container || !at) return;
    const places = blocksIn(container);
    const next = places[places.findIndex(({ element }) => element === at.element) + by];
    if (!next) return;
    setAt(next);
    next.element.scrollIntoView({ block: "nearest" });
  }
  return (
    <div ref={root} className="contents">
      {waiting && !editing ? <DraftNotice task={task} draftKey={key} waiting={waiting} onEdit={onEdit} /> : null}
      {at && known && !editing ? <BlockPencil place={at} onStep={step} onEdit={() => start(at)} /> : null}
      {edited
        ? createPortal(<BlockForm task={task} place={edited.place} onClose={close} onEdit={onEdit} />, edited.host)
        : null}
    </div>
  );
}

type PencilProps = { place: BlockPlace; onStep: (by: number) => void; onEdit: () => void };

/** Beside the block that the pointer or the arrow keys are at. */
function BlockPencil({ place, onStep, onEdit }: PencilProps) {
  const button = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const container = button.current?.offsetParent;
    if (!container || !button.current) return;
    const [outer, block] = [container.getBoundingClientRect(), place.element.getBoundingClientRect()];
    const left = block.left - outer.left - 36;
    button.current.style.top = `${block.top - outer.top}px`;
    button.current.style.left = `${left < 0 ? block.right - outer.left - 28 : left}px`;
  }, [place]);
  return (
    <span
      ref={button}
      className="absolute z-1 opacity-0 transition-opacity focus-within:opacity-100 hover:opacity-100 [[data-preview]:hover>*>&]:opacity-100"
    >
      <IconButton
        label="Edit this block"
        className="border border-line bg-raised"
        onClick={onEdit}
        onFocus={() => place.element.classList.add("block-at")}
        onBlur={() => place.element.classList.remove("block-at")}
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!by) return;
          event.preventDefault();
          place.element.classList.remove("block-at");
          onStep(by);
        }}
      >
        <Pencil className="size-4" aria-hidden />
      </IconButton>
    </span>
  );
}
