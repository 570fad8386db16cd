import { groepeer } from '../../standard/groepeer.ts';
import { below, type ElementPath } from '../../standard/path.ts';
import type { Groep } from '../../xml/tree.ts';
import { lijstVan, waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving } from '../regel.ts';
import { ALLEEN_23, ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { euro } from '../texts/euro.ts';
import type { DeclarationEntry } from './declaration-entry.ts';
import { onthoudPerBericht } from './onthoud.ts';
import { lees, type PrestatieRegel, prestatieVan } from './prestatie.ts';
import { fout, GOED, plek } from './toetsvorm.ts';

const JW325 = { releases: ALLEEN_32, berichten: ['JW325'], niveau: 3, kennis: 'D' } as const;
const JW304 = { releases: ALLEEN_23, berichten: ['JW304'], niveau: 3, kennis: 'D' } as const;
const BEIDE = { releases: BEIDE_RELEASES, berichten: ['JW304', 'JW325'], niveau: 3, kennis: 'D' } as const;

/**
 * A JW325 or JW304 that a gemeente composed itself, against the declaratie that it answers. It gets no answer in which a
 * retourcode could travel; a finding keeps it from being delivered. What the lines must repeat iJW 2.3 asks for as well
 * (IV056), but it has no 9366 and 9367.
 */
export const ANTWOORD_REGELS: readonly DeclarationEntry[] = [
  {
    ...JW325,
    code: 'TR337',
    klasse: 'Header',
    retourcode: null,
    toets: (klasse, omgeving) =>
      gelijk(klasse.waarden, 'DeclaratieIdentificatie', omgeving, 'Header/BerichtIdentificatie', [
        'Identificatie',
        'Dagtekening',
      ]),
  },
  {
    ...JW325,
    code: 'TR371',
    klasse: 'Header',
    retourcode: null,
    toets: (klasse, omgeving) =>
      omgeving.kennis.beantwoord === null
        ? GOED
        : gelijk(klasse.waarden, 'XsdVersieDeclaratie', omgeving, 'Header/XsdVersie', [
            'BasisschemaXsdVersie',
            'BerichtXsdVersie',
          ]),
  },
  {
    ...JW325,
    code: 'TR376',
    klasse: 'DeclaratieAntwoord',
    retourcode: null,
    toets: (klasse, omgeving) =>
      omgeving.kennis.beantwoord === null
        ? GOED
        : gelijk(klasse.waarden, '', omgeving, 'Declaratie', ['DeclaratieNummer']),
  },
  {
    ...JW304,
    code: 'IV056',
    klasse: 'Header',
    retourcode: null,
    toets: (klasse, omgeving) =>
      gelijk(klasse.waarden, 'DeclaratieFactuurIdentificatie', omgeving, 'Header/DeclaratieFactuurIdentificatie', [
        'DeclarantFactuurNummer',
        'FactuurDagtekening',
        'DeclaratiePeriode/Begindatum',
        'DeclaratiePeriode/Einddatum',
      ]),
  },
  {
    ...BEIDE,
    code: 'TR304',
    klasse: 'Client',
    retourcode: '8187',
    toets(klasse, omgeving) {
      const declaratie = gedeclareerd(omgeving);
      return declaratie === null || declaratie.bsns.has(waardeVan(klasse.waarden, 'Bsn') ?? '') ? GOED : fout('Bsn');
    },
  },
  { ...JW325, code: 'TR366', klasse: 'Prestatie', retourcode: '9366', toets: onbekendeRegel },
  { ...JW304, code: 'TR366', klasse: 'Prestatie', retourcode: null, toets: onbekendeRegel },
  { ...JW325, code: 'TR367', klasse: 'Prestatie', retourcode: '9367', toets: andereWaarde },
  { ...JW304, code: 'TR367', klasse: 'Prestatie', retourcode: null, toets: andereWaarde },
];

function onbekendeRegel(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const declaratie = gedeclareerd(omgeving);
  const { referentie } = prestatieVan(klasse);
  return declaratie === null || declaratie.prestaties.has(referentie)
    ? GOED
    : fout('ProductReferentie/ReferentieNummer');
}

function andereWaarde(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const echo = prestatieVan(klasse);
  const bronnen = gedeclareerd(omgeving)?.prestaties.get(echo.referentie) ?? [];
  const verschillen = bronnen.map((bron) => VELDEN.find(([veld]) => bron[veld] !== echo[veld]));
  const [bron] = bronnen;
  const [anders] = verschillen;
  if (bron === undefined || anders === undefined || verschillen.includes(undefined)) return GOED;
  const [veld, pad] = anders;
  return fout(plek(klasse, pad), { verwacht: leesbaar(veld, bron[veld]) });
}

const VELDEN: readonly (readonly [keyof PrestatieRegel, string])[] = [
  ['vorigeReferentie', 'ProductReferentie/VorigReferentieNummer'],
  ['toewijzingNummer', 'ToewijzingNummer'],
  ['categorie', 'ProductCategorie'],
  ['code', 'ProductCode'],
  ['begin', 'ProductPeriode/Begindatum'],
  ['einde', 'ProductPeriode/Einddatum'],
  ['volume', 'GeleverdVolume'],
  ['eenheid', 'Eenheid'],
  ['tarief', 'ProductTarief'],
  ['bedrag', 'IngediendBedrag/Bedrag'],
  ['debetCredit', 'IngediendBedrag/DebetCredit'],
];

/** What the declaratie said in a field; amounts in euros. */
function leesbaar(veld: keyof PrestatieRegel, waarde: string | number | null): string | number {
  if (waarde === null) return 'leeg';
  return veld === 'bedrag' || veld === 'tarief' ? euro(Number(waarde)) : waarde;
}

interface Gedeclareerd {
  readonly bsns: ReadonlySet<string>;
  /** By ReferentieNummer: more than one where a declaratie that was refused for it (TR314) used a number twice. */
  readonly prestaties: ReadonlyMap<string, readonly PrestatieRegel[]>;
}

/** What the declaratie that is answered holds; null when it is not known, which TR337 and IV056 tell. */
const gedeclareerd = onthoudPerBericht(({ kennis }): Gedeclareerd | null => {
  if (kennis.beantwoord === null) return null;
  const { inhoud } = kennis.beantwoord;
  const clienten = [...lijstVan(inhoud, 'Declaratie/Clienten/Client'), ...lijstVan(inhoud, 'Clienten/Client')];
  const regels = clienten.flatMap((client) => lijstVan(client, 'Prestaties/Prestatie').map(lees));
  return {
    bsns: new Set(clienten.map((client) => waardeVan(client, 'Bsn') ?? '')),
    prestaties: groepeer(regels, ({ referentie }) => referentie),
  };
});

/** The first of these elements that differs from the declaratie, or all of them when there is none. */
function gelijk(
  hier: Groep,
  pad: ElementPath | '',
  { kennis }: Omgeving,
  padDaar: ElementPath,
  elementen: readonly ElementPath[],
): readonly Afkeur[] {
  const volledig = (begin: ElementPath | '', element: ElementPath) => (begin === '' ? element : below(begin, element));
  const bron = kennis.beantwoord?.inhoud;
  const anders = elementen.find(
    (e) => bron === undefined || waardeVan(hier, volledig(pad, e)) !== waardeVan(bron, volledig(padDaar, e)),
  );
  if (anders === undefined) return GOED;
  const verwacht = bron && waardeVan(bron, volledig(padDaar, anders));
  return fout(volledig(pad, anders), verwacht === undefined ? {} : { verwacht });
}
