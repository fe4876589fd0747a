"use client";
import clsx from "clsx";
import {
  type CSSProperties,
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useRef,
  useState,
} from "react";

type MenuProps = {
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
  side?: "top" | "bottom";
  align?: "start" | "end";
};

/** A menu in the browser's top layer: Escape and a click elsewhere close it, arrows and Tab move as menus do. */
export function Menu({ trigger, children, side = "bottom", align = "start" }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const button = () => document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(id)}"]`);

  function onKeyDown(event: KeyboardEvent) {
    const items = [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)") ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const target = targets[event.key];
    if (event.key === "Tab") list.current?.hidePopover();
    if (target === undefined) return;
    event.preventDefault();
    items.at(target >= items.length ? 0 : target)?.focus();
  }
  return (
    <>
      {cloneElement(trigger, { popoverTarget: id, "aria-haspopup": "menu", "aria-expanded": place !== null })}
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        style={place ?? undefined}
        className="fixed inset-auto m-0 max-h-[calc(100dvh-80px)] min-w-44 animate-appear overflow-auto rounded-md border border-line bg-raised p-1 text-ui text-ink shadow-float outline-hidden"
        onKeyDown={onKeyDown}
        onClick={(event) => closesMenu(event.target) && list.current?.hidePopover()}
        onBeforeToggle={(event) => setPlace(event.newState === "open" ? placeBeside(button(), side, align) : null)}
        onToggle={(event) => {
          if (event.newState === "open") list.current?.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
        }}
      >
        {place ? children : null}
      </div>
    </>
  );
}

/** Boxes stay open for the next tick. */
function closesMenu(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[role=menuitem]") !== null;
}

function placeBeside(button: HTMLElement | null, side: "top" | "bottom", align: "start" | "end"): CSSProperties {
  const box = button?.getBoundingClientRect() ?? new DOMRect();
  const fromEnd = align === "end" || box.left > window.innerWidth - 220;
  return {
    ...(fromEnd ? { right: document.documentElement.clientWidth - box.right } : { left: box.left }),
    ...(side === "top" ? { bottom: window.innerHeight - box.top + 4 } : { top: box.bottom + 4 }),
  };
}

const itemClass =
  "flex h-8 w-full items-center gap-2 rounded-sm px-2 text-left whitespace-nowrap outline-hidden hover:bg-hover focus:bg-hover disabled:opacity-50 max-sm:h-11";

export function MenuItem(props: { onSelect: () => void; children: ReactNode; danger?: boolean }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={clsx(itemClass, props.danger && "text-bad")}
      onClick={props.onSelect}
    >
      {props.children}
    </button>
  );
}

type CheckProps = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode };

export function MenuCheckItem({ checked, onChange, children }: CheckProps) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={checked}
      tabIndex={-1}
      className={itemClass}
      onClick={() => onChange(!checked)}
    >
      <span className="inline-flex w-4 justify-center">
        {checked ? (
          <svg
            viewBox="0 0 14 14"
            aria-hidden="true"
            className="size-3.5 text-accent"
            fill="none"
            stroke="currentColor"
          >
            <path d="m2.75 7.5 3 3 5.5-6.5" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        ) : null}
      </span>
      {children}
    </button>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-2 pb-1 text-small text-ink-faint">{children}</div>;
}

export function MenuSeparator() {
  return <hr className="my-1 border-line" />;
}
