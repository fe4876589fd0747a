import type { MouseEvent } from "react";

/** A mouse leaves the cursor in the text: what is typed next goes there, not to the button until the next frame. */
export function keepCursor(event: MouseEvent): void {
  event.preventDefault();
}
