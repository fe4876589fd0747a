"use client";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Rows held beyond each edge, so that a turn of the wheel meets rows and not a gap. */
const beyond = 12;

type Range = { from: number; until: number };

type RowWindow = {
  scroller: RefObject<HTMLDivElement | null>;
  /** The rows to render: `from` is the first, `until` the one after the last. */
  from: number;
  until: number;
  /** Pixels that the rows left out take, before and after. */
  above: number;
  below: number;
  reveal: (index: number, where?: "nearest" | "center") => void;
};

/** Of `count` rows of one height, in a box that scrolls, those in sight; none until the box is in the document. */
export function useRowWindow(count: number, rowHeight: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<Range>({ from: 0, until: 0 });
  const measure = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const next = rowsInSight({ top: box.scrollTop, height: box.clientHeight, rowHeight });
    setRange((now) => (now.from === next.from && now.until === next.until ? now : next));
  }, [rowHeight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fewer rows may have moved what is in sight
  useLayoutEffect(measure, [measure, count]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    // In the frame of the scroll itself: a frame later, somebody who drags the bar sees a gap.
    const onScroll = () => flushSync(measure);
    const resized = new ResizeObserver(measure);
    resized.observe(box);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener("scroll", onScroll);
    };
  }, [measure]);
  const reveal = useCallback(
    (index: number, where: "nearest" | "center" = "nearest") => {
      const box = scroller.current;
      if (!box) return;
      // The head of the table stays above the rows and takes its room from them.
      const room = box.clientHeight - (box.querySelector("thead")?.offsetHeight ?? 0);
      const top = index * rowHeight;
      if (where === "center") box.scrollTop = top - (room - rowHeight) / 2;
      else if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room;
    },
    [rowHeight],
  );
  const until = Math.min(range.until, count);
  const from = Math.min(range.from, until);
  return { scroller, from, until, above: from * rowHeight, below: (count - until) * rowHeight, reveal };
}

export function rowsInSight({ top, height, rowHeight }: { top: number; height: number; rowHeight: number }): Range {
  return {
    from: Math.max(0, Math.floor(top / rowHeight) - beyond),
    until: Math.ceil((top + height) / rowHeight) + beyond,
  };
}

/** The room of the rows that are left out; nothing where there are none. */
export function RowSpace({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <tr>
      <td style={{ height }} />
    </tr>
  );
}
