const isSha256 = /^[0-9a-f]{64}$/;

/** `ab/cd/abcd…`: few enough files in a folder for any file system. @throws when it is no SHA-256 in hex. */
export function artifactKey(sha256: string): string {
  if (!isSha256.test(sha256)) throw new Error("An artifact is named by its SHA-256 in hex");
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
