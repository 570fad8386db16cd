/** The thread broke or took too long at these messages: technical trouble of theirs, never a verdict. */
export class JudgeFailure extends Error {
  override readonly name = 'JudgeFailure';
  /** The answer that our own rules refused, by type and rules: `JW325: TR342`. */
  readonly strijdig: string | null;

  constructor(tekst: string, strijdig: string | null = null) {
    super(tekst);
    this.strijdig = strijdig;
  }
}

/** The thread ended for something else than these messages: they are judged again, and it is no attempt. */
export class JudgeInterrupted extends Error {
  override readonly name = 'JudgeInterrupted';
}
