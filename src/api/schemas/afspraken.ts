import { afsprakenSchema } from '../../standard/afspraken-schema.ts';
import { call } from './call.ts';
import {
  type ApiSchema,
  DAY,
  gives,
  INTEGER,
  list,
  MOMENT,
  oneOf,
  ref,
  TEXT,
  TEXT_OR_NULL,
  takes,
} from './json-schema.ts';
import { GEVOLGEN, ONDERDELEN } from './names.ts';
import { limit, PROEF, VERSIE } from './parameters.ts';

/** The document and its parts as components: what the schema calls `#/$defs/regio` is `AfsprakenRegio` here. */
export function afsprakenComponents(): Readonly<Record<string, ApiSchema>> {
  const { $id: _id, $schema: _schema, $defs, ...document } = afsprakenSchema();
  const delen = Object.entries($defs as Readonly<Record<string, ApiSchema>>);
  const alle = [['', document] as const, ...delen].map(([naam, deel]) => [`Afspraken${groot(naam)}`, verwijst(deel)]);
  return Object.fromEntries(alle) as Readonly<Record<string, ApiSchema>>;
}

function verwijst(deel: unknown): unknown {
  if (Array.isArray(deel)) return deel.map(verwijst);
  if (typeof deel !== 'object' || deel === null) return deel;
  return Object.fromEntries(
    Object.entries(deel).map(([naam, waarde]) => {
      const [, doel] = naam === '$ref' ? (/^#\/\$defs\/(\w+)$/.exec(String(waarde)) ?? []) : [];
      return [naam, doel === undefined ? verwijst(waarde) : ref(`Afspraken${groot(doel)}`).$ref];
    }),
  );
}

const groot = (naam: string) => `${naam.slice(0, 1).toUpperCase()}${naam.slice(1)}`;

export const WIJZIGING: ApiSchema = gives({
  onderdeel: { enum: ONDERDELEN },
  sleutel: TEXT,
  wijziging: oneOf('toegevoegd', 'vervallen', 'gewijzigd'),
  velden: list(TEXT),
  melding: TEXT,
});

const WIJZIGING_VOORBEELD = {
  onderdeel: 'producten',
  sleutel: 'AA-PXQ-2022 45 45A01',
  wijziging: 'gewijzigd',
  velden: ['signaalbudget'],
  melding: 'Product 45A01: signaalbudget van € 5.000,00 naar € 6.000,00.',
};
const DOCUMENT_VOORBEELD = {
  versie: 'voorbeeld-1',
  regios: [{ code: 'AA', naam: 'Amsterdam-Amstelland' }],
  gemeenten: [
    { code: '0362', naam: 'Amstelveen', regio: 'AA', geldigVan: '2015-01-01', geldigTot: null, opvolger: null },
  ],
  aanbieders: [{ agb: '42420001', naam: 'Voorbeeld Jeugdhulp', retour: 'gateway' }],
  regimes: [],
  producten: [],
  contracten: [],
};

const OVERGENOMEN = {
  versie: TEXT,
  wijzigingen: list(ref('Wijziging')),
  waarschuwingen: list(ref('Fout')),
};

export const PUT_AFSPRAKEN = call({
  summary: 'De afspraken vervangen; met proef=true alleen zien wat dat zou veranderen.',
  query: takes({ proef: PROEF }),
  headers: ['If-Match'],
  document: ref('Afspraken'),
  replies: {
    200: {
      description: 'Overgenomen; of met proef=true wat overnemen zou doen.',
      schema: {
        anyOf: [
          gives({ ...OVERGENOMEN, nummer: INTEGER }),
          gives({
            ...OVERGENOMEN,
            proef: oneOf(true),
            aantalGeraakt: INTEGER,
            geraakt: list(
              gives({
                gemeente: TEXT,
                aanbieder: TEXT,
                categorie: TEXT_OR_NULL,
                code: TEXT_OR_NULL,
                ingangsdatum: DAY,
                aantal: INTEGER,
                nummers: list(INTEGER),
                gevolgen: list({ enum: GEVOLGEN }),
              }),
            ),
          }),
        ],
      },
      example: { versie: 'voorbeeld-1', nummer: 4, wijzigingen: [WIJZIGING_VOORBEELD], waarschuwingen: [] },
    },
  },
  problems: ['onjuiste-afspraken', 'verouderd'],
  example: { query: { proef: true }, body: DOCUMENT_VOORBEELD },
});

export const GET_AFSPRAKEN = call({
  summary: 'De afspraken: de nieuwste, of een eerdere versie.',
  query: takes({ versie: VERSIE }),
  replies: { 200: { description: 'Het document.', schema: ref('Afspraken'), example: DOCUMENT_VOORBEELD } },
  problems: ['niet-gevonden'],
  example: { query: { versie: 3 } },
});

export const GET_AFSPRAKEN_VERSIES = call({
  summary: 'Elke versie van de afspraken, de nieuwste eerst: wie, wanneer, en wat er veranderde.',
  query: takes({
    na: {
      type: 'string',
      pattern: '^[0-9]{0,9}$',
      description: 'de sleutel (volgende) die een vorige bladzijde gaf',
    },
    limit: limit(20),
  }),
  replies: {
    200: {
      description: 'Een bladzijde.',
      schema: gives({
        versies: list(
          gives({
            nummer: INTEGER,
            versie: TEXT,
            op: MOMENT,
            door: TEXT_OR_NULL,
            wijzigingen: list(ref('Wijziging')),
          }),
        ),
        volgende: TEXT_OR_NULL,
      }),
      example: {
        versies: [
          {
            nummer: 4,
            versie: 'voorbeeld-1',
            op: '2026-01-02T10:00:00.000Z',
            door: '1',
            wijzigingen: [WIJZIGING_VOORBEELD],
          },
        ],
        volgende: '4',
      },
    },
  },
  example: { query: { limit: 5 } },
});
