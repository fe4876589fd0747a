"use client";
import type { CSSProperties } from "react";
import { Toaster as Sonner } from "sonner";

export function Toaster() {
  return (
    <Sonner
      position="bottom-center"
      gap={8}
      offset={72}
      mobileOffset={{ bottom: 128 }}
      containerAriaLabel="Notices"
      style={{ "--width": "560px" } as CSSProperties}
      toastOptions={{ unstyled: true, classNames: { toast: "w-full flex justify-center" } }}
    />
  );
}
