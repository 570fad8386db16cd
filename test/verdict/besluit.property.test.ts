import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import { type Anders, type Besluit, ZOALS_GEVRAAGD } from '../../src/requests/besluit-keuze.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import { plusDagen } from '../../src/standard/datum.ts';
import { beslisVerzoek } from '../../src/verdict/werkbak/beslis.ts';
import type { Bericht, Groep } from '../../src/xml/tree.ts';
import { lijstVan, waardeVan } from '../../src/xml/tree.ts';
import { writeChecked } from '../../src/xml/write/write.ts';
import { bericht, met } from '../rules/builders.ts';
import { hasShared, SHARED } from '../shared.ts';
import { afsprakenMet, CLIENT, kennisVoor, mutatiesVan, nummers, toewijzing, verdictOver } from './wereld.ts';

/**
 * Whatever the gemeente decides on whatever was asked: what goes out is valid, accepted by our own rules as if it had come
 * from outside, and does what the table of docs/decisions/changes-of-care.md says.
 */
const KEER = 5_000;
const AFSPRAKEN = afsprakenMet();
const VANDAAG = '2026-03-02';
const BEWAARD = mutatiesVan(verdictOver(bericht('JW301')), 'client')[0]?.gegevens ?? {};

const dag = (van: number, tot: number) => fc.integer({ min: van, max: tot }).map((n) => plusDagen(VANDAAG, n));
const omvang = fc.record({
  Volume: fc.integer({ min: 1, max: 9000 }).map(String),
  Eenheid: fc.constantFrom('01', '04', '14', '83'),
  Frequentie: fc.constantFrom('1', '2', '4', '6'),
});

const bestaand = fc
  .tuple(
    fc.constantFrom<[string, string | null]>(['45', '45A01'], ['45', '45A02'], ['45', '45A03'], ['46', null]),
    dag(-200, 40),
    fc.option(dag(-20, 300), { nil: null }),
    omvang,
    fc.integer({ min: 1, max: 900_000 }),
    fc.boolean(),
  )
  .map(([[categorie, code], ingangsdatum, einddatum, o, bedrag, metBudget], i = 0): Toewijzing => {
    const volume = code === null ? null : Number(o.Volume);
    const budget = code === null && metBudget && einddatum !== null ? bedrag : null;
    const van = { categorie, code, ingangsdatum, einddatum, volume, budget, signaalbudget: null };
    const eenheid = volume === null ? null : o.Eenheid;
    return toewijzing({ ...van, nummer: 2000 + i, eenheid, frequentie: volume === null ? null : o.Frequentie });
  });
const bestaanden = fc
  .array(bestaand, { maxLength: 4 })
  .map((lijst) => lijst.map((t, i) => ({ ...t, nummer: 2000 + i, sleutel: `sleutel-${2000 + i}` })));

const aangevraagd = fc.record(
  {
    Product: fc.constantFrom<Groep>(
      { Categorie: '45', Code: '45A01' },
      { Categorie: '45', Code: '45A02' },
      { Categorie: '45' },
    ),
    ToewijzingIngangsdatum: dag(-60, 90),
    ToewijzingEinddatum: dag(0, 400),
    Omvang: omvang,
    Budget: fc.integer({ min: 1, max: 900_000 }).map(String),
  },
  { requiredKeys: ['Product', 'ToewijzingIngangsdatum'] },
);

function vot(velden: Groep): Bericht {
  const basis = bericht('JW315');
  const [eerste] = lijstVan(basis.inhoud, 'Client/AangevraagdeProducten/AangevraagdProduct');
  const { ReferentieAanbieder, Verwijzer } = eerste ?? {};
  const volgorde = ['Product', 'ToewijzingIngangsdatum', 'ToewijzingEinddatum', 'Omvang', 'Budget'];
  const inhoud = Object.fromEntries(
    volgorde.flatMap((naam) => (velden[naam] === undefined ? [] : [[naam, velden[naam]]])),
  );
  return met(basis, [
    'Client/AangevraagdeProducten/AangevraagdProduct',
    [{ ReferentieAanbieder, ...inhoud, Verwijzer }],
  ]);
}

/** What happens to one toewijzing: stays, or is to change in one of the ways that the standard knows. */
const wens = fc.record({
  blijft: fc.boolean(),
  wat: fc.constantFrom('einde', 'volume', 'omvang'),
  begin: dag(1, 60),
  einde: fc.option(dag(1, 400), { nil: undefined }),
  omvang,
  budget: fc.integer({ min: 1, max: 900_000 }).map(String),
});

function vow(
  lopend: readonly Toewijzing[],
  wensen: readonly (typeof wens extends fc.Arbitrary<infer W> ? W : never)[],
  nieuw: Groep | null,
): Bericht {
  const actueel = lopend.filter((t) => t.einddatum === null || t.einddatum >= VANDAAG);
  const paren = actueel.map((t, i) => ({ t, w: wensen[i] }));
  const gelijk = paren.filter(({ w }) => w === undefined || w.blijft);
  const anders = paren.flatMap(({ t, w }) => (w === undefined || w.blijft ? [] : [teWijzigen(t, w)]));
  const lijst = (naam: string, kind: string, items: readonly Groep[]) =>
    items.length === 0 ? {} : { [naam]: { [kind]: [...items] } };
  const Verzoek = {
    ReferentieAanbieder: 'W1',
    RedenVerzoek: '1',
    ...lijst(
      'OngewijzigdeProducten',
      'OngewijzigdProduct',
      gelijk.map(({ t }) => ({ ToewijzingNummer: String(t.nummer) })),
    ),
    ...lijst('TeWijzigenProducten', 'TeWijzigenProduct', anders),
    ...lijst('NieuweProducten', 'NieuwProduct', nieuw === null ? [] : [nieuw]),
  };
  return met(bericht('JW317'), ['Client/Verzoek', Verzoek]);
}

function teWijzigen(
  t: Toewijzing,
  w: { wat: string; begin: string; einde: string | undefined; omvang: Groep; budget: string },
): Groep {
  const geheel = t.budget !== null || t.frequentie === '6';
  const nu = { Volume: String(t.volume), Eenheid: t.eenheid ?? '', Frequentie: t.frequentie ?? '' };
  const soort =
    w.wat === 'einde' ? nu : w.wat === 'volume' ? { ...nu, Volume: waardeVan(w.omvang, 'Volume') } : w.omvang;
  return {
    ToewijzingNummer: String(t.nummer),
    GewensteIngangsdatum: geheel || w.wat === 'einde' ? t.ingangsdatum : w.begin,
    ...(w.einde === undefined ? {} : { Einddatum: w.einde }),
    ...(t.code === null ? {} : { Omvang: soort }),
    ...(t.budget === null ? {} : { Budget: w.wat === 'einde' ? String(t.budget) : w.budget }),
  };
}

const anders: fc.Arbitrary<Anders> = fc
  .record(
    {
      categorie: fc.constantFrom('45', '44'),
      code: fc.constantFrom('45A01', '45A02', '45A03'),
      ingangsdatum: dag(-30, 120),
      einddatum: dag(0, 500),
      volume: fc.integer({ min: 1, max: 20_000 }),
      eenheid: fc.constantFrom('01', '04', '14', '83'),
      frequentie: fc.constantFrom('1', '2', '4', '6'),
      budget: fc.integer({ min: 1, max: 900_000 }),
    },
    { requiredKeys: [] },
  )
  .map((deel) => ({ ...ZOALS_GEVRAAGD, ...deel }));

const ZONDER_MEER: Besluit = { besluit: 'toewijzen', anders: ZOALS_GEVRAAGD };
const andersToewijzen: fc.Arbitrary<Besluit> = fc.record({
  besluit: fc.constant('toewijzen' as const),
  anders,
  budget: fc.constantFrom(
    null,
    { soort: 'standaard' as const },
    { soort: 'maatwerk' as const, bedrag: null },
    { soort: 'maatwerk' as const, bedrag: 700_000 },
  ),
});
/** A change is taken over one to one, or later than was asked. */
const laterToewijzen = dag(-5, 30).map(
  (ingangsdatum): Besluit => ({ besluit: 'toewijzen', anders: { ...ZOALS_GEVRAAGD, ingangsdatum } }),
);
const afwijzen: fc.Arbitrary<Besluit> = fc.oneof(
  fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '9').map((reden): Besluit => ({ besluit: 'afwijzen', reden })),
  fc.record({
    besluit: fc.constant('afwijzen' as const),
    reden: fc.constantFrom('5', '8'),
    woonplaats: fc.constantFrom(null, '0363', '9998'),
  }),
);
const besluitOver = (eigen: fc.Arbitrary<Besluit>): fc.Arbitrary<Besluit> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(ZONDER_MEER) },
    { weight: 3, arbitrary: eigen },
    { weight: 2, arbitrary: afwijzen },
    { weight: 1, arbitrary: fc.constant<Besluit>({ besluit: 'onderzoek' }) },
  );

function geval(verzoek: Bericht, lopend: readonly Toewijzing[], wat: Besluit, onderzocht: boolean) {
  if (verdictOver(verzoek, { afspraken: AFSPRAKEN, kennis: { toewijzingen: lopend } }).status !== 'goedgekeurd')
    return null;
  const record: VerzoekRecord = {
    referentie: verzoek.type === 'JW317' ? 'W1' : 'R1',
    soort: verzoek.type === 'JW317' ? 'VOW' : 'VOT',
    client: CLIENT,
    stand: onderzocht ? 'onderzoek' : 'open',
    antwoorden: onderzocht ? 1 : 0,
    berichtId: 'verzoek-1',
    release: '3.2',
    dagtekening: VANDAAG,
    ingangsdatum: VANDAAG,
  };
  const kennis: KennisData = {
    ...kennisVoor(verzoek, {}, AFSPRAKEN),
    berichtId: 'opdracht-1',
    toewijzingen: lopend,
    verzoeken: [record],
    clientGegevens: { [CLIENT]: BEWAARD },
  };
  const uitkomst = beslisVerzoek({
    ...{ opdrachtId: 'opdracht-1', verzoek, referentie: record.referentie, besluit: wat, kennis },
    ...{ afspraken: AFSPRAKEN, nummers: nummers(), regelsVersie: '1.2.3' },
  });
  return { uitkomst, kennis, record };
}

/** Every product that goes out says what the tables say. */
function klopt(jw301: Bericht, lopend: readonly Toewijzing[], record: VerzoekRecord): void {
  const oud = new Map(lopend.map((t) => [String(t.nummer), t]));
  const producten = lijstVan(jw301.inhoud, 'Client/ToegewezenProducten/ToegewezenProduct');
  const met = producten.filter((p) => p.ReferentieAanbieder === record.referentie);
  expect(met).toHaveLength(record.soort === 'VOW' ? producten.length : 1);
  for (const product of producten) {
    const bekend = oud.get(waardeVan(product, 'ToewijzingNummer') ?? '');
    if (bekend === undefined) {
      expect(product.RedenWijziging).toBeUndefined();
      continue;
    }
    const einde = product.Einddatum ?? null;
    const zelfdeOmvang =
      (waardeVan(product, 'Omvang/Volume') ?? null) === (bekend.volume?.toString() ?? null) &&
      (waardeVan(product, 'Omvang/Eenheid') ?? null) === bekend.eenheid &&
      (waardeVan(product, 'Omvang/Frequentie') ?? null) === bekend.frequentie;
    const gelijk =
      einde === bekend.einddatum && zelfdeOmvang && (product.Budget ?? null) === (bekend.budget?.toString() ?? null);
    expect(product.Ingangsdatum).toBe(bekend.ingangsdatum);
    // IV099: filled for those that changed; IV066: only a total may change under its number.
    expect(product.RedenWijziging === undefined).toBe(gelijk);
    if (!zelfdeOmvang) expect(bekend.frequentie).toBe('6');
    if (product.RedenWijziging === '13') expect(einde).toBe(bekend.ingangsdatum);
  }
}

const invoer = fc.record({
  lopend: bestaanden,
  vraag: fc.oneof(
    { weight: 2, arbitrary: aangevraagd.map((velden) => ({ soort: 'VOT' as const, velden })) },
    {
      weight: 3,
      arbitrary: fc.record({
        soort: fc.constant('VOW' as const),
        wensen: fc.array(wens, { minLength: 4, maxLength: 4 }),
        nieuw: fc.option(
          fc
            .record({ begin: dag(1, 60), duur: fc.integer({ min: 1, max: 300 }), omvang })
            .map(({ begin, duur, omvang: o }) => ({
              Product: { Categorie: '45', Code: '45A03' },
              GewensteIngangsdatum: begin,
              Einddatum: plusDagen(begin, duur),
              Omvang: o,
            })),
          { nil: null },
        ),
      }),
    },
  ),
  watVot: besluitOver(andersToewijzen),
  watVow: besluitOver(fc.oneof(laterToewijzen, andersToewijzen)),
  onderzocht: fc.boolean(),
});

describe('5,000 random decisions', () => {
  it('compose nothing that breaks a rule', { timeout: 600_000 }, () => {
    const telling = { besloten: 0, geweigerd: 0, jw301: 0, jw319: 0 };
    const steekproef: string[] = [];
    fc.assert(
      fc.property(invoer, ({ lopend, vraag, watVot, watVow, onderzocht }) => {
        const wat = vraag.soort === 'VOT' ? watVot : watVow;
        const verzoek = vraag.soort === 'VOT' ? vot(vraag.velden) : vow(lopend, vraag.wensen, vraag.nieuw);
        const gedaan = geval(verzoek, lopend, wat, onderzocht);
        fc.pre(gedaan !== null);
        if (gedaan.uitkomst.kind === 'refused') {
          telling.geweigerd++;
          expect(gedaan.uitkomst.reden.length).toBeGreaterThan(10);
          if (gedaan.uitkomst.soort === 'regel') expect(gedaan.uitkomst.bevindingen.length).toBeGreaterThan(0);
          return;
        }
        telling.besloten++;
        for (const { type, release, inhoud } of gedaan.uitkomst.verdict.antwoorden) {
          const bytes = writeChecked({ type, release, inhoud });
          if (type === 'JW301') telling.jw301++;
          else telling.jw319++;
          if (telling.besloten % 25 === 0) steekproef.push(`${type}\n${Buffer.from(bytes).toString('utf8')}`);
          const { toewijzingen, verzoeken } = gedaan.kennis;
          const weer = verdictOver(
            { type, release, inhoud },
            { afspraken: AFSPRAKEN, kennis: { toewijzingen, verzoeken } },
          );
          expect(weer.bevindingen.filter((b) => b.ernst === 'fout')).toEqual([]);
          if (type === 'JW301') klopt({ type, release, inhoud }, lopend, gedaan.record);
        }
      }),
      { numRuns: KEER, maxSkipsPerRun: 1000, seed: 20261121 },
    );
    expect(telling.besloten).toBeGreaterThan(KEER / 2);
    expect(Math.min(telling.jw301, telling.jw319, telling.geweigerd)).toBeGreaterThan(KEER / 20);
    if (hasShared) officieelGeldig(steekproef);
  });
});

/** The official schemas agree, by another engine. */
function officieelGeldig(berichten: readonly string[]): void {
  const map = mkdtempSync(join(tmpdir(), 'ijw-besluit-'));
  try {
    const perType = new Map<string, string[]>();
    berichten.forEach((tekst, i) => {
      const [type = '', ...regels] = tekst.split('\n');
      const pad = join(map, `${i}.xml`);
      writeFileSync(pad, regels.join('\n'));
      perType.set(type, [...(perType.get(type) ?? []), pad]);
    });
    for (const [type, paden] of perType) {
      const xsd = join(SHARED, 'ijw-3.2', 'xsd', `${type}.xsd`);
      execFileSync('xmllint', ['--noout', '--schema', xsd, ...paden], { stdio: 'pipe' });
    }
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}
