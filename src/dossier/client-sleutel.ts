/**
 * Names a client without saying who it is: a keyed hash of the BSN, never the BSN itself. Only the shell, which holds the
 * key, makes one.
 */
export type ClientSleutel = string;
