/**
 * Puts what is asked one by one in the same tick as one question. When that fails each is asked alone, so that what is wrong
 * with one is no trouble of the others.
 */
export function askTogether<A, R>(
  askAll: (asked: readonly A[]) => Promise<readonly R[]>,
): (asked: A) => Promise<R | undefined> {
  let waiting: { readonly asked: A; readonly answer: (from: Promise<R | undefined>) => void }[] = [];
  const ask = async () => {
    const group = waiting;
    waiting = [];
    const all = askAll(group.map(({ asked }) => asked));
    const together = await all.then(
      () => true,
      () => group.length === 1,
    );
    for (const [i, { asked, answer }] of group.entries()) {
      answer(together ? all.then((answers) => answers[i]) : askAll([asked]).then(([one]) => one));
    }
  };
  return (asked) =>
    new Promise((answer) => {
      if (waiting.length === 0) setImmediate(() => void ask());
      waiting.push({ asked, answer });
    });
}
