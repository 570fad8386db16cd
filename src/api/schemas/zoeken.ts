import { REGEL_VOORBEELD } from './berichten.ts';
import { call } from './call.ts';
import { gives, list, ref, TEXT_OR_NULL, takes } from './json-schema.ts';
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
