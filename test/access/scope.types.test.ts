import { expect, it } from 'vitest';
import type { Scope } from '../../src/access/scope.ts';
import type { Store } from '../../src/store/store.ts';

/** Never run: it is tsc that looks at it (`npm run typecheck`). Each line that is expected to fail must fail. */
async function unscoped(store: Store): Promise<void> {
  // @ts-expect-error: a list without a scope
  await store.messages({ limit: 10 });
  // @ts-expect-error: as it was asked before there were scopes
  await store.messages({ partijen: ['0362'], limit: 10 });
  // @ts-expect-error: nobody but scopeOf makes one
  await store.messages({ scope: { kind: 'all' }, limit: 10 });
  // @ts-expect-error: nor one of parties
  await store.outgoing({ kind: 'parties', parties: ['0362'] }, { limit: 10 });
  // @ts-expect-error: codes alone are no scope
  await store.werkbak(['0362'], { limit: 10 });
  // @ts-expect-error: by id
  await store.message('id');
  // @ts-expect-error: a body
  await store.messageBytes('id');
  // @ts-expect-error: a toewijzing
  await store.toewijzing(['0362'], 1);
  // @ts-expect-error: signals
  await store.signals({ limit: 10 });
  // @ts-expect-error: one signal
  await store.signal('1');
  // @ts-expect-error: an item of the werkbak
  await store.werkbakItem('id');
  // @ts-expect-error: terms
  await store.terms({ limit: 10 });
  // @ts-expect-error: signaalbudgetten
  await store.budgets({ limit: 10 });
  // @ts-expect-error: their shares
  await store.budgetShares({});
  // @ts-expect-error: counts of messages
  await store.counts();
  // @ts-expect-error: a command
  await store.command('id');
  const vraag = { per: [], kaart: { gebieden: [], producten: [] }, limit: 1 };
  const gemeenten = { codes: undefined };
  // @ts-expect-error: gemeenten that nobody looked at
  await store.insightCounts({ ...vraag, gemeenten });
}

/** With one it does. */
function scoped(store: Store, scope: Scope): Promise<unknown> {
  return store.messages({ scope, limit: 10 });
}

it('is a matter of types', () => {
  expect([unscoped, scoped].every((f) => typeof f === 'function')).toBe(true);
});
