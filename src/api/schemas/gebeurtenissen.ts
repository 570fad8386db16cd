import { call } from './call.ts';

const VOORBEELD =
  'id: 48213-9021\nevent: bericht.beoordeeld\n' +
  'data: {"id":"0196f000-0000-7000-8000-000000000001","op":"2026-01-02T10:00:01.000Z","type":"JW315",' +
  '"regio":"AA","status":"goedgekeurd","antwoorden":["0196f000-0000-7000-8000-000000000002"]}\n\n';

export const GET_GEBEURTENISSEN = call({
  summary: 'Wat er gebeurt, zodra het gebeurt, als stroom (server-sent events); met Last-Event-ID verder waar u was.',
  headers: ['Last-Event-ID'],
  replies: {
    200: {
      description:
        'Een stroom die open blijft. Elke gebeurtenis heeft een id, een naam en JSON met ten minste id en op.',
      media: ['text/event-stream'],
      example: VOORBEELD,
    },
  },
  problems: ['te-veel-tegelijk'],
});
