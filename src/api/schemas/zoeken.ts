import { REGEL_VOORBEELD } from './berichten.ts';
import { call } from './call.ts';
import { BOOLEAN, DAY_OR_NULL, gives, INTEGER, list, MOMENT, ref, TEXT, TEXT_OR_NULL, takes } from './json-schema.ts';
import { limit, NA } from './parameters.ts';

const { default: _, ...HOEVEEL } = limit(50);

export const POST_ZOEKEN = call({
  summary: 'Alle berichten over één cliënt, op burgerservicenummer; de nieuwste eerst. Het zoeken wordt vastgelegd.',
  body: takes({ bsn: { type: 'string', pattern: '^[0-9]{9}$' }, na: NA, limit: HOEVEEL }, 'bsn'),
  replies: {
    200: {
      description: 'Een bladzijde; de antwoorden op berichten over de cliënt staan erbij.',
      schema: gives({ berichten: list(ref('BerichtRegel')), volgende: TEXT_OR_NULL }),
      example: { berichten: [REGEL_VOORBEELD], volgende: null },
    },
  },
  example: { body: { bsn: '999900006' } },
});

const BSN = { type: 'string', pattern: '^[0-9]{9}$' } as const;
/** Why somebody asks: it goes into the audit. */
const REDEN = { type: 'string', pattern: '\\S', maxLength: 500 } as const;

export const POST_UITVOER = call({
  summary:
    'Alles wat over één cliënt wordt bewaard, per tabel; van berichten over meer cliënten zijn deel. Wordt vastgelegd.',
  body: takes({ bsn: BSN, reden: REDEN }, 'bsn', 'reden'),
  replies: {
    200: {
      description: 'Per tabel de regels over deze cliënt, met wat versleuteld is leesbaar.',
      schema: gives({
        bsn: TEXT,
        gemaaktOp: MOMENT,
        toelichting: TEXT,
        tabellen: { type: 'object', additionalProperties: true },
      }),
      example: {
        ...{
          bsn: '999900006',
          gemaaktOp: '2026-03-02T09:30:00.000Z',
          toelichting: 'Alles wat de gateway over dit kind bewaart.',
        },
        tabellen: { verzoek: [{ referentie: 'R1', stand: 'toegewezen' }] },
      },
    },
  },
  example: { body: { bsn: '999900006', reden: 'verzoek om inzage 2026-14' } },
});

export const POST_VERWIJDERING = call({
  summary:
    'Verwijdert wat over één cliënt wordt bewaard, zover de ondergrenzen dat toestaan, en zegt wat blijft. Wordt vastgelegd.',
  body: takes({ bsn: BSN, reden: REDEN, proef: BOOLEAN }, 'bsn', 'reden'),
  replies: {
    200: {
      description: 'Wat ging (met proef: zou gaan), en wat blijft: tot wanneer en waarom.',
      schema: gives({
        verwijderd: list(gives({ tabel: TEXT, regels: INTEGER })),
        uitGedeeldeBerichten: INTEGER,
        blijft: list(gives({ wat: TEXT, tot: DAY_OR_NULL, waarom: TEXT })),
      }),
      example: {
        verwijderd: [{ tabel: 'bericht', regels: 3 }],
        uitGedeeldeBerichten: 1,
        blijft: [{ wat: '2 berichten', tot: '2031-03-02', waarom: 'TR335 laat declareren tot vijf jaar na de hulp' }],
      },
    },
  },
  example: { body: { bsn: '999900006', reden: 'verzoek om verwijdering 2026-15', proef: true } },
});
