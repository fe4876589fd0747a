import type { Metadata } from "next";
import styles from "./public.module.css";

export const metadata: Metadata = { title: { absolute: "Nothing here" }, robots: { index: false } };

export default function PostNotFound() {
  return (
    <main className={styles.column}>
      <p className={styles.meta}>404</p>
      <h1 className={styles.title}>There is nothing at this address</h1>
      <p className={styles.standfirst}>
        The post may have been withdrawn, or its address copied in part. Check the end of the address, or go back to
        where you found it.
      </p>
    </main>
  );
}
