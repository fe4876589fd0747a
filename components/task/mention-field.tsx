"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { type ComponentProps, type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import type { Member } from "#lib/contract/member.ts";
import { nameMentions } from "#lib/mentions/mentions.ts";
import { membersQuery } from "#lib/queries/settings.ts";
import { TextArea } from "../ui/field.tsx";

const mostShown = 6;
/** What stands between an @ and the caret: up to two words. */
const typedName = /(?:^|[\s("'])@([\p{L}\p{N}._'-]*(?: [\p{L}\p{N}._'-]+)?)$/u;

/** Who was chosen while a text was typed; `encode` makes of "@Ben Ode" what the API understands. */
export function useMentions() {
  const chosen = useRef(new Map<string, Member>());
  return {
    choose: (member: Member) => void chosen.current.set(member.name, member),
    encode: (text: string) => nameMentions(text, [...chosen.current.values()]),
  };
}

type Props = Omit<ComponentProps<"textarea">, "value" | "onChange" | "ref"> & {
  value: string;
  onChange: (value: string) => void;
  onMention: (member: Member) => void;
  field?: RefObject<HTMLTextAreaElement | null>;
};

/** A field in which @ offers the account's members: arrows move, Enter or Tab takes one, Escape lets it be. */
export function MentionField({ value, onChange, onMention, field, onKeyDown, ...rest }: Props) {
  const id = useId();
  const own = useRef<HTMLTextAreaElement>(null);
  const area = field ?? own;
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const { data: members = [] } = useQuery({ ...membersQuery(), enabled: typed !== null });
  const offered = typed === null ? [] : matching(members, typed);
  const isOpen = offered.length > 0;

  function look() {
    const element = area.current;
    const before = element ? element.value.slice(0, element.selectionStart) : "";
    setTyped(typedName.exec(before)?.[1] ?? null);
    setAt(0);
  }
  function take(member: Member) {
    const element = area.current;
    if (!element || typed === null) return;
    const end = element.selectionStart;
    const start = end - typed.length;
    const rest = value.slice(end);
    const space = rest.startsWith(" ") ? "" : " ";
    onMention(member);
    onChange(value.slice(0, start) + member.name + space + rest);
    setTyped(null);
    const caret = start + member.name.length + 1;
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(caret, caret);
    });
  }
  function keyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const member = offered[at];
    const takes = (event.key === "Enter" || event.key === "Tab") && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!isOpen || event.nativeEvent.isComposing) return onKeyDown?.(event);
    if (step !== 0) setAt((at + step + offered.length) % offered.length);
    else if (takes && member) take(member);
    else if (event.key === "Escape") setTyped(null);
    else return onKeyDown?.(event);
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div>
      <TextArea
        {...rest}
        ref={area}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onKeyDown={keyDown}
        onClick={look}
        onBlur={() => setTyped(null)}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
      />
      {isOpen ? (
        <div
          id={id}
          role="listbox"
          aria-label="People to mention"
          tabIndex={-1}
          className="mt-1 rounded-md border border-line bg-raised p-1 shadow-float"
        >
          {offered.map((member, index) => (
            <div
              key={member.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
                take(member);
              }}
              className={clsx(
                "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2",
                index === at && "bg-hover",
              )}
            >
              <span>{member.name}</span>
              <span className="truncate text-small text-ink-faint">{member.email}</span>
            </div>
          ))}
        </div>
      ) : null}
      <span role="status" className="sr-only">
        {isOpen ? `${offered.length} to mention; arrows move, Enter takes one` : ""}
      </span>
    </div>
  );
}

function matching(members: readonly Member[], typed: string): Member[] {
  const words = typed.toLowerCase();
  const fits = ({ name, email }: Member) =>
    name.toLowerCase().startsWith(words) ||
    name.toLowerCase().includes(` ${words}`) ||
    email.toLowerCase().startsWith(words);
  return members.filter(fits).slice(0, mostShown);
}
