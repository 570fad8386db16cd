import { JudgeInterrupted } from './judge-errors.ts';

/** Retries once when the judging thread ended because of another message on it (JudgeInterrupted). */
export async function despiteInterruption<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fout) {
    if (fout instanceof JudgeInterrupted) return work();
    throw fout;
  }
}
