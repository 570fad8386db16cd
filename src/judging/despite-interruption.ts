import { JudgeInterrupted } from './judge-errors.ts';

/** Does it once more when the judging thread ended because of somebody else's message. */
export async function despiteInterruption<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fout) {
    if (fout instanceof JudgeInterrupted) return work();
    throw fout;
  }
}
