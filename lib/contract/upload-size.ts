/** Bytes that one upload may have. */
export const maxUploadBytes = 100 * 1024 * 1024;
