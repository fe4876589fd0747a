/** A policy asks for at most this many people: more would never meet over one text. */
export const mostApprovals = 5;
