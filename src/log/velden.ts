/** Fields of a log line. Never a body, a query or a person. */
export type Velden = Readonly<Record<string, unknown>>;
