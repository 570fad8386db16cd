import { describe, expect, expectTypeOf, it } from 'vitest';
import type { PrestatieRecord } from '../../src/dossier/prestatie.ts';
import type { RegieRecord } from '../../src/dossier/regie.ts';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import type { SealedBytes, SealedText } from '../../src/store/bodies.ts';
import { type Db, dbOver } from '../../src/store/engine/db.ts';
import { int } from '../../src/store/tables/column.ts';
import type { RowOf } from '../../src/store/tables/column-set.ts';
import { PRESTATIE, type PRESTATIE_RECORD } from '../../src/store/tables/dossier/prestatie.ts';
import type { REGIE_RECORD } from '../../src/store/tables/dossier/regie.ts';
import type { VERZOEK_RECORD } from '../../src/store/tables/dossier/verzoek.ts';
import { CLAIM } from '../../src/store/tables/lanes/claim.ts';
import { INHOUD } from '../../src/store/tables/messages/inhoud.ts';
import type { SIGNAAL_STAND } from '../../src/store/tables/tasks/signaal.ts';

/** Compiles statements and runs none. */
const db: Db = dbOver({
  session: () => Promise.reject(new Error('no session here')),
  end: async () => undefined,
});
const REFERENTIES = PRESTATIE.pick('referentie', 'vorige_referentie');

describe('a set of columns', () => {
  it('spells itself in every shape that SQL wants', () => {
    const text = (part: ReturnType<typeof REFERENTIES.names>) => part.compile(db).sql;
    expect(text(REFERENTIES.names())).toBe('referentie, vorige_referentie');
    expect(text(REFERENTIES.of('r'))).toBe('r.referentie, r.vorige_referentie');
    expect(text(REFERENTIES.select('p'))).toBe('p.referentie, p.vorige_referentie as "vorigeReferentie"');
    expect(text(REFERENTIES.set('excluded'))).toBe(
      'referentie = excluded.referentie, vorige_referentie = excluded.vorige_referentie',
    );
    expect(text(CLAIM.without('bericht_id').names())).toBe('sleutel, eigenaar');
  });

  it('gives rows as one parameter, with the columns that it has and no others; what is null need not be said', () => {
    const rows = [{ referentie: 'P1', vorigeReferentie: null, nr: 0, bedrag: 100 }];
    const { sql, parameters } = REFERENTIES.and({ nr: int }).rows(rows, 'v').compile(db);
    expect(sql).toBe('json_to_recordset($1::json) as v(referentie text, vorige_referentie text, nr int)');
    expect(parameters).toEqual(['[{"referentie":"P1","nr":0}]']);
  });
});

describe('the compiler', () => {
  it('refuses a column that the table does not have, and a row that lacks one or has another type', () => {
    // @ts-expect-error: no such column
    PRESTATIE.pick('refrentie');
    // @ts-expect-error: no such column
    PRESTATIE.without('refrentie');
    // @ts-expect-error: vorigeReferentie is missing
    REFERENTIES.rows([{ referentie: 'P1' }]);
    // @ts-expect-error: a number is no reference
    REFERENTIES.rows([{ referentie: 1, vorigeReferentie: null }]);
    // @ts-expect-error: bytes go in sealed
    INHOUD.rows([{ berichtId: '', bytes: new Uint8Array() }]);
    expectTypeOf<RowOf<typeof INHOUD>['bytes']>().toEqualTypeOf<SealedBytes>();
    expectTypeOf<RowOf<typeof SIGNAAL_STAND>['toelichting']>().toEqualTypeOf<SealedText | null>();
  });

  it('holds the records of the domain to their tables', () => {
    expectTypeOf<RowOf<typeof PRESTATIE_RECORD>>().toEqualTypeOf<PrestatieRecord>();
    expectTypeOf<RowOf<typeof REGIE_RECORD>>().toEqualTypeOf<RegieRecord>();
    expectTypeOf<RowOf<typeof VERZOEK_RECORD>>().toEqualTypeOf<VerzoekRecord>();
  });
});
