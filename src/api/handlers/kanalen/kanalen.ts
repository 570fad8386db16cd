import type { PartySettings } from '../../../gateway/channels/channels.ts';
import { probleem } from '../../problems.ts';
import type { PUT_KANAAL } from '../../schemas/kanalen.ts';
import type { Handler } from '../../vraag.ts';

const NIET_BEWAREN = { 'cache-control': 'no-store' };

/** GET /partijen/{code}/kanaal. */
export const getKanaal: Handler = async ({ principal, params }, { gateway }) => {
  const settings = await gateway.channels.settings(principal, params.code ?? '');
  if (settings === undefined) return probleem('niet-gevonden');
  return { status: 200, headers: NIET_BEWAREN, body: toon(settings) };
};

/** PUT /partijen/{code}/kanaal: a secret that the gateway made is shown here and never again. */
export const putKanaal: Handler<typeof PUT_KANAAL> = async ({ principal, params, body }, { gateway }) => {
  const uitkomst = await gateway.channels.change(principal, params.code ?? '', body);
  if (uitkomst.kind === 'invalid') return probleem('onjuiste-invoer', { fouten: uitkomst.fouten });
  if (uitkomst.kind === 'user-taken') {
    const detail =
      'Een andere partij heeft deze amqpGebruiker al; elke partij heeft een eigen gebruiker bij de broker.';
    return probleem('niet-mogelijk', { detail });
  }
  const { settings, geheim } = uitkomst;
  return { status: 200, headers: NIET_BEWAREN, body: { ...toon(settings), ...(geheim === null ? {} : { geheim }) } };
};

function toon({ geheim, sleutel, ...rest }: PartySettings) {
  const { partij, kanaal, amqpGebruiker, url, endpoint, certificaat, leegIsGoed } = rest;
  return {
    ...{ partij, kanaal, amqpGebruiker, url, geheimGezet: geheim !== null },
    ...{ endpoint, certificaat, sleutelGezet: sleutel !== null, leegIsGoed },
  };
}

/** GET /kanalen. */
export const getKanalen: Handler = async ({ principal }, { gateway }) => {
  const kanalen = await gateway.channels.overview(principal);
  return {
    status: 200,
    body: {
      kanalen: kanalen.map(({ kanaal, staat, sinds, laatsteFout, partijen }) => ({
        ...{ kanaal, staat, laatsteFout, sinds: sinds?.toISOString() ?? null },
        partijen: partijen.map((weg) => ({
          ...{ partij: weg.partij, wacht: weg.wacht, laatsteFout: weg.laatsteFout },
          oudste: weg.oudste?.toISOString() ?? null,
          laatsteSucces: weg.laatsteSucces?.toISOString() ?? null,
        })),
      })),
    },
  };
};
