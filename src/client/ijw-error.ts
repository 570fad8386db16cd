/** What the gateway says of a call that it did not carry out (RFC 9457). */
export interface Refusal {
  /** Stable, see docs/api.md; `onbereikbaar` when no answer came, `omleiding` for a redirect, `onleesbaar` for no JSON. */
  readonly code: string;
  /** Dutch: what is wrong and what to do. */
  readonly detail: string;
  /** Each mistake, where there are several. */
  readonly fouten?: readonly unknown[];
  readonly [member: string]: unknown;
}

/** A call that did not go, after all tries that make sense. Nothing of the body that was sent stands in it. */
export class IjwError extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly problem: Refusal;

  constructor(status: number, problem: Refusal, cause?: unknown) {
    super(`${problem.detail} (${problem.code})`, cause === undefined ? {} : { cause });
    this.name = 'IjwError';
    this.status = status;
    this.code = problem.code;
    this.problem = problem;
  }
}
