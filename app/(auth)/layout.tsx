import type { ReactNode } from "react";
import { Wordmark } from "#components/auth/wordmark.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-100 flex-col justify-center gap-8 px-4 py-12">
      <Wordmark />
      {children}
    </main>
  );
}
