/** What a handler answers. */
export interface ApiReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON unless it is text, bytes or a stream; absent: no content. */
  readonly body?: unknown;
}
