"use client";
import { type MouseEvent, type PointerEvent, useCallback, useEffect, useRef } from "react";

const holdMs = 450;
/** A finger is never quite still; further than this, it scrolls. */
const stillPx = 10;

/**
 * A finger that rests on something, instead of opening it. A mouse has boxes to click.
 * @returns what to spread on an element; the click that ends the press is swallowed
 */
export function useLongPress(run: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const from = useRef({ x: 0, y: 0 });
  const pressed = useRef(false);
  const stop = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  useEffect(() => stop, [stop]);
  return {
    onPointerDown: (event: PointerEvent) => {
      stop();
      pressed.current = false;
      if (event.pointerType === "mouse" || !event.isPrimary) return;
      from.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => {
        pressed.current = true;
        run();
      }, holdMs);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > stillPx) stop();
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    // The browser's own menu of a link comes at about the same time.
    onContextMenu: (event: MouseEvent) => {
      if (timer.current || pressed.current) event.preventDefault();
    },
    onClickCapture: (event: MouseEvent) => {
      if (!pressed.current) return;
      pressed.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
