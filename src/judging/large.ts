/**
 * Work above this size (bytes) has a place and a thread of its own, so that ordinary messages never wait for it: a
 * declaration of 24 MB takes seconds, and a region sends hundreds of them in the first days of a month.
 */
export const LARGE = 1_000_000;
