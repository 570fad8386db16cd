/**
 * A line for the terminal. What a message or a file put in it (a text, a name) does not steer the terminal: control
 * characters and marks of direction become U+FFFD.
 */
export function zonderStuurtekens(regel: string): string {
  return regel.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
