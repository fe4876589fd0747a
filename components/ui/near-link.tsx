"use client";
import Link from "next/link";
import { type ComponentProps, useState } from "react";

/** A link that is prefetched when a hand comes near it: in a long list, not each one that scrolls into sight. */
export function NearLink(props: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false);
  const come = () => setNear(true);
  return <Link {...props} prefetch={near ? null : false} onPointerEnter={come} onFocus={come} onTouchStart={come} />;
}
