import { expectTypeOf, it } from 'vitest';
import type { GET_BERICHTEN, GET_UITGAAND } from '../../src/api/schemas/berichten.ts';
import type { BodyOf, QueryOf } from '../../src/api/schemas/call.ts';
import type { GET_SLEUTELS, POST_SLEUTELS } from '../../src/api/schemas/sleutels.ts';
import type { GET_UITLEG } from '../../src/api/schemas/uitleg.ts';
import type { POST_WERKBAK } from '../../src/api/schemas/werkbak.ts';
import type { Handler } from '../../src/api/vraag.ts';
import type { BerichtType } from '../../src/standard/message-types.ts';

/** `npm run typecheck` holds these; they say what the compiler makes of a schema. */
it('a query has the types of its schema: a default is always there, what is not required may be absent', () => {
  type Lijst = QueryOf<typeof GET_BERICHTEN>;
  expectTypeOf<Lijst['limit']>().toEqualTypeOf<number>();
  expectTypeOf<Lijst['na']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Lijst['type']>().toEqualTypeOf<BerichtType | undefined>();
  expectTypeOf<QueryOf<typeof GET_UITLEG>['datum']>().toEqualTypeOf<string>();
  expectTypeOf<QueryOf<typeof POST_WERKBAK>['proef']>().toEqualTypeOf<boolean>();
  expectTypeOf<Lijst>().not.toHaveProperty('geslacht');
  expectTypeOf<QueryOf<typeof GET_SLEUTELS>>().toEqualTypeOf<Readonly<Record<string, never>>>();
});

it('a body too, down to what stands in it, and where the schema says less than we know', () => {
  type Besluit = BodyOf<typeof POST_WERKBAK>;
  expectTypeOf<Besluit['besluit']>().toEqualTypeOf<'toewijzen' | 'afwijzen' | 'onderzoek'>();
  expectTypeOf<NonNullable<Besluit['toewijzing']>['volume']>().toEqualTypeOf<number | null | undefined>();
  expectTypeOf<BodyOf<typeof POST_SLEUTELS>['regios']>().toEqualTypeOf<readonly string[] | null | undefined>();
});

it('a handler that reads what its call does not take does not compile', () => {
  // @ts-expect-error GET /uitgaand has no status
  const fout: Handler<typeof GET_UITGAAND> = async ({ query }) => ({ status: 200, body: query.status });
  expectTypeOf(fout).toEqualTypeOf<Handler<typeof GET_UITGAAND>>();
});
