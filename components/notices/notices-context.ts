import { createContext, useContext } from "react";

export const NoticesContext = createContext<() => void>(() => {});

/** Opens the panel of notifications. */
export function useOpenNotices(): () => void {
  return useContext(NoticesContext);
}
