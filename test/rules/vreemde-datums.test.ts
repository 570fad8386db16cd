import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stelJw304Samen } from '../../src/replies/declaratie/jw304.ts';
import { actueelOp } from '../../src/requests/actueel.ts';
import { verschuif } from '../../src/requests/verschuiving.ts';
import { versieMoment } from '../../src/requests/versie-moment.ts';
import { judgeContent } from '../../src/rules/judge.ts';
import { stapelingen } from '../../src/rules/stapeling.ts';
import { isNa, isVoor, vergelijkDatums } from '../../src/standard/datum.ts';
import { toewijzing } from '../verdict/wereld.ts';
import { bericht, met } from './builders.ts';

/** An xs:date may have a year of any length, and one before Christ: the XSD lets both through. */
const jaar = fc.oneof(
  fc.integer({ min: 1900, max: 2100 }),
  fc.integer({ min: -99_999, max: 999_999 }).filter((j) => j !== 0),
);
const dag = fc.tuple(jaar, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
type Dag = readonly [jaar: number, maand: number, dag: number];

function geschreven([j, m, d]: Dag): string {
  const teken = j < 0 ? '-' : '';
  const lang = (getal: number, breedte: number) => String(getal).padStart(breedte, '0');
  return `${teken}${lang(Math.abs(j), 4)}-${lang(m, 2)}-${lang(d, 2)}`;
}

/** The order of days by numbers, not by strings. */
const rang = ([j, m, d]: Dag) => (j * 12 + m) * 31 + d;

const codes = (b: ReturnType<typeof bericht>) => judgeContent(b).bevindingen.map(({ regel }) => regel);

describe('dates that nobody means', () => {
  it('stand in the order of the calendar', () => {
    fc.assert(
      fc.property(dag, dag, (een, ander) => {
        const [a, b] = [geschreven(een), geschreven(ander)];
        expect(Math.sign(vergelijkDatums(a, b))).toBe(Math.sign(rang(een) - rang(ander)));
        expect([isVoor(a, b), isNa(a, b)]).toEqual([rang(een) < rang(ander), rang(een) > rang(ander)]);
      }),
    );
    expect([isVoor('', '-0044-03-15'), isVoor('', '12026-01-01'), isNa('0001-01-01', '')]).toEqual([true, true, true]);
  });

  it('are judged like any other: not after the Dagtekening (TR134), not before the begin (CS003)', () => {
    fc.assert(
      fc.property(dag, dag, dag, dag, (dagtekening, geboren, begin, einde) => {
        const jw301 = met(
          bericht('JW301'),
          ['Header/BerichtIdentificatie/Dagtekening', geschreven(dagtekening)],
          ['Client/Geboortedatum/Datum', geschreven(geboren)],
          ['Client/ToegewezenProducten/ToegewezenProduct[1]/Ingangsdatum', geschreven(begin)],
          ['Client/ToegewezenProducten/ToegewezenProduct[1]/Einddatum', geschreven(einde)],
        );
        const bij = judgeContent(jw301).bevindingen.map(({ regel, pad }) => ({ regel, pad: pad ?? '' }));
        const geboorte = bij.some(
          ({ regel, pad }) => regel === 'TR134' && pad.includes('Geboortedatum') && !pad.includes('Relatie'),
        );
        expect(geboorte).toBe(rang(geboren) > rang(dagtekening));
        const omgekeerd = bij.some(
          ({ regel, pad }) => regel === 'CS003' && pad.includes('ToegewezenProduct[1]') && pad.includes('Einddatum'),
        );
        expect(omgekeerd).toBe(rang(einde) < rang(begin));
      }),
    );
  });

  it('close a period and begin one in a JW323 and a JW307', () => {
    fc.assert(
      fc.property(dag, dag, (begin, einde) => {
        const jw307 = met(
          bericht('JW307'),
          ['Client/StopProducten/StopProduct/Begindatum', geschreven(begin)],
          ['Client/StopProducten/StopProduct/Einddatum', geschreven(einde)],
        );
        expect(codes(jw307).includes('TR018')).toBe(rang(einde) < rang(begin));
        const jw323 = met(bericht('JW323'), ['Declaratie/DeclaratiePeriode/Begindatum', geschreven(begin)]);
        expect(codes(jw323).includes('CS100')).toBe(rang(begin) < rang([2021, 1, 1]));
      }),
    );
  });

  it('stack on what they share days with (TR302, TR386, TR410)', () => {
    const product = (van: string, tot: string | null) => ({ begin: van, einde: tot, categorie: '45', code: '45A01' });
    const lang = product('2026-01-01', '12026-12-31');
    expect(stapelingen([product('2026-06-01', '2026-12-31'), lang])).toHaveLength(1);
    expect(stapelingen([product('12027-01-01', null), lang])).toHaveLength(0);
    expect(stapelingen([product('12026-12-31', null), lang])).toHaveLength(1);
    expect(stapelingen([product('-0044-03-15', '-0043-01-01'), lang])).toHaveLength(0);
  });

  it('date an answer on or after its factuur (CS324), and let no composed answer go before it', () => {
    fc.assert(
      fc.property(dag, dag, (factuur, retour) => {
        const jw304 = met(
          bericht('JW304', '2.3'),
          ['Header/DeclaratieFactuurIdentificatie/FactuurDagtekening', geschreven(factuur)],
          ['Header/RetourHeader/RetourDagtekening', geschreven(retour)],
        );
        expect(codes(jw304).includes('CS324')).toBe(rang(retour) < rang(factuur));
        const antwoord = stelJw304Samen({
          declaratie: met(bericht('JW303', '2.3'), [
            'Header/DeclaratieFactuurIdentificatie/FactuurDagtekening',
            geschreven(factuur),
          ]),
          oordeel: {
            ...{ niveau: 4, bevindingen: [], nietBeoordeeld: new Set() },
            codes: new Map([['/Bericht/Header', ['8848']]]),
            lopend: { regie: [], verwijderd: [], prestaties: [] },
          },
          ...{ identificatie: 'IG1', dagtekening: geschreven(retour), regelsVersie: '1.0.0' },
        });
        expect(codes(antwoord)).not.toContain('CS324');
      }),
    );
  });

  it('leave a toewijzing current, a version the newest and a wanted day ahead', () => {
    const ver = toewijzing({ einddatum: '12026-12-31' });
    const voorbij = toewijzing({ einddatum: '-0044-03-15' });
    expect(actueelOp('2026-03-02', [ver, voorbij])).toEqual([ver]);
    const nu = new Date('2026-03-02T09:30:00Z');
    const oud = { toewijzingsdatum: '-0044-03-15', toewijzingstijd: '10:00:00' };
    expect(versieMoment(nu, oud)).toEqual({ toewijzingsdatum: '2026-03-02', toewijzingstijd: '10:30:00' });
    const wens = { gewensteIngangsdatum: '12026-01-01', einddatum: null, omvang: null, budget: null };
    const pakket = { ongewijzigd: [], teWijzigen: [], nieuw: [{ ...wens, categorie: '45', code: '45A01' }] };
    expect(verschuif(pakket, '2026-05-01', '2026-04-01', () => undefined)).toBeNull();
  });

  it('are nowhere compared as strings', () => {
    const naam = String.raw`\w*([dD]atum|[dD]agtekening|[eE]inde|[bB]egin|[iI]ngang|[vV]andaag|[vV]anaf|[pP]eildag)`;
    const alsTekst = new RegExp(String.raw`\b${naam}('\) \?\? ''\))? [<>]=? | [<>]=? ${naam}\b(?!\()`);
    expect("(waardeVan(waarden, 'RetourDagtekening') ?? '') < dag").toMatch(alsTekst);
    expect('eerder > einde ? eerder : einde').toMatch(alsTekst);
    const gevonden = ['rules', 'replies', 'requests', 'verdict', 'signaalbudget'].flatMap((kamer) =>
      readdirSync(join('src', kamer), { recursive: true, encoding: 'utf8' })
        .filter((bestand) => bestand.endsWith('.ts'))
        .flatMap((bestand) => {
          const pad = join('src', kamer, bestand);
          const regels = readFileSync(pad, 'utf8').split('\n');
          return regels.filter((regel) => alsTekst.test(regel)).map((regel) => `${pad}: ${regel.trim()}`);
        }),
    );
    expect(gevonden).toEqual([]);
  });
});
