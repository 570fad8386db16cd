import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { afterAll } from 'vitest';
import type { Config } from '../../../src/config/config.ts';
import { partyOf } from '../../../src/connectors/door-of.ts';
import { StufConnector, type StufDeps } from '../../../src/connectors/stuf/connector.ts';
import { StufInbox } from '../../../src/connectors/stuf/inbox.ts';
import { stufRoutes } from '../../../src/connectors/stuf/route.ts';
import { PAD } from '../../../src/connectors/stuf/wsdl.ts';
import { peekHeader } from '../../../src/xml/read/header-peek.ts';
import { schrijfEnvelop } from '../../../src/xml/stuf/write-envelope.ts';
import { NepEnvelopes } from '../../api/nep-envelopes.ts';
import { stilleLogger } from '../../servers/stille-logger.ts';
import { bv03, fo03, type PartnerAnswer, StufPartner } from '../../servers/stuf-partner.ts';
import { envelop, gelezen } from '../../xml/stuf/make.ts';
import { type ConnectorAtWork, connectorContract, type PartyAnswer } from '../contract.ts';

const ends: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(ends.map((end) => end())));

const now = () => new Date();

/** A gateway's endpoint on a port of its own, and the system of a party that sends to it and listens itself. */
async function stuf(channel: string): Promise<ConnectorAtWork> {
  const inbox = new StufInbox({ envelopes: inMemory(), now });
  const app = Fastify();
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    request.principal = partyOf(String(request.headers['x-party']), { name: 'stuf', via: 'stuf' });
  });
  await app.register(stufRoutes({ inbox, now, logger: stilleLogger }));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const partner = await StufPartner.start();
  ends.push(
    () => app.close(),
    () => partner.stop(),
  );

  const settings = { of: () => ({ endpoint: partner.url, certificaat: null, sleutel: null, leegIsGoed: false }) };
  const config = { webhookPrive: true } as Config;
  const deps = { settings, config, gateway: {}, now } as unknown as StufDeps;
  const { out } = new StufConnector(deps);

  const seen: { id: string; party: string; bytes: Uint8Array }[] = [];
  /** Ids of messages by the number of their envelope. */
  const ids = new Map<string | null, string>();
  let how: (id: string) => PartyAnswer | Promise<PartyAnswer> = () => 'take';
  partner.answer = async (one): Promise<PartnerAnswer | 'lost'> => {
    if (one.read.kind !== 'envelop') throw new Error('no envelope');
    const { envelop: sent, payload } = one.read;
    const id = ids.get(sent.referentienummer) ?? '';
    seen.push({ id, party: sent.ontvanger.organisatie ?? '', bytes: payload });
    const answer = await how(id);
    if (answer === 'lost') return 'lost';
    if (answer === 'busy') return { status: 503, body: '' };
    return answer === 'take' ? bv03(one) : fo03(one);
  };
  const stored: (string | null)[] = [];
  return {
    connector: {
      name: inbox.name,
      via: inbox.via,
      start: (door) =>
        inbox.start(async (bytes, from) => {
          const receipt = await door(bytes, from);
          stored.push('id' in receipt ? receipt.id : null);
          return receipt;
        }),
      stop: () => inbox.stop(),
      ...out,
      channel,
      send: (delivery) => {
        ids.set(delivery.referentie, delivery.berichtId);
        return out.send(delivery);
      },
    },
    seen,
    answer: (anders) => {
      how = anders;
    },
    post: async (party, bytes) => {
      stored.length = 0;
      const peek = peekHeader(bytes);
      const sent = envelop({
        referentienummer: randomUUID(),
        zender: { organisatie: party, applicatie: 'Suite' },
        ontvanger: { organisatie: peek.kind === 'message' ? peek.ontvanger : '42420001', applicatie: 'GGk' },
        ...(peek.kind === 'message' ? { functie: peek.type } : {}),
      });
      const response = await fetch(url + PAD, {
        method: 'POST',
        headers: { 'content-type': 'text/xml', 'x-party': party },
        body: Buffer.from(schrijfEnvelop(sent, bytes)),
      });
      const read = gelezen(new Uint8Array(await response.arrayBuffer()));
      const confirmed = read.kind === 'antwoord' && read.antwoord.soort === 'Bv03';
      return confirmed ? (stored[0] ?? null) : null;
    },
  };
}

function inMemory(): ConstructorParameters<typeof StufInbox>[0]['envelopes'] {
  const { store } = new NepEnvelopes();
  return {
    maySendAs: async (principal, party) => principal.kind === 'party' && principal.parties.includes(party),
    use: (_principal, envelope) => store.useReference(envelope, now()),
    stored: (_principal, { partij, referentienummer }, berichtId) =>
      store.endReference(partij, referentienummer, { kind: 'stored', berichtId }),
    refuse: (_principal, { partij, referentienummer }, reden) =>
      store.endReference(partij, referentienummer, { kind: 'refused', reden }),
    sent: (_principal, party, referentienummer) => store.sentEnvelope(party, referentienummer),
    refusedBy: async () => false,
  };
}

connectorContract('stuf', stuf);
