import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StufConnector, type StufDeps } from '../../../src/connectors/stuf/connector.ts';
import type { KeptEnvelope } from '../../../src/gateway/channels/envelopes.ts';
import type { Feedback } from '../../../src/outbox/feedback-desk.ts';
import { bericht } from '../../api/nep-gateway.ts';
import { fo03, StufPartner } from '../../servers/stuf-partner.ts';
import { REF } from '../../xml/stuf/make.ts';

/** What a sender is told by StUF after its envelope was received. */

let partner: StufPartner;
beforeAll(async () => {
  partner = await StufPartner.start();
});
afterAll(() => partner.stop());
beforeEach(() => {
  partner.seen.length = 0;
});

const KEPT: KeptEnvelope = {
  partij: '42420001',
  referentienummer: REF,
  soort: 'Di01',
  crossRefnummer: null,
  ontvanger: '0362',
  details: 'JW315-00040001',
  reden: null,
};
const FEEDBACK: Feedback = {
  id: '7',
  partij: '42420001',
  transportId: REF,
  berichtId: 'b1',
  status: 'geweigerd',
  code: null,
  poging: 1,
  eerstePogingOp: new Date(),
};
const vondst = (regel: string, lijn: number | null) => ({
  ...{ niveau: 1, regel, retourcode: null, ernst: 'fout', pad: '/Bericht', kolom: null, lijn },
  melding: 'De waarde Noor is onjuist.',
});

function tell(anders: Partial<Feedback> = {}, opties: { kept?: KeptEnvelope; regel?: string; endpoint?: null } = {}) {
  const { kept = KEPT, regel = 'XSD', endpoint = partner.url } = opties;
  const deps = {
    now: () => new Date('2026-03-04T12:00:00Z'),
    config: { webhookPrive: true },
    settings: { of: () => ({ endpoint, certificaat: null, sleutel: null, leegIsGoed: false }) },
    gateway: {
      envelopes: { sent: async () => kept },
      messages: { read: async () => bericht({ id: 'b1', bevindingen: [vondst(regel, 12)] as never }) },
    },
  } as unknown as StufDeps;
  return new StufConnector(deps).tell({ ...FEEDBACK, ...anders });
}
const verteld = () => partner.seen.map(({ read }) => (read.kind === 'antwoord' ? read.antwoord : read.kind));

describe('a verdict', () => {
  it('is told by messages, and by nothing else', async () => {
    for (const status of ['goedgekeurd', 'deels-goedgekeurd', 'afgekeurd'] as const)
      expect(await tell({ status })).toEqual({ kind: 'confirmed' });
    expect(verteld()).toEqual([]);
  });

  it('that refuses is a Fo01, under the same number each time, with the place and no value', async () => {
    expect(await tell()).toEqual({ kind: 'confirmed' });
    expect(await tell({ poging: 2 })).toEqual({ kind: 'confirmed' });
    const [een, twee] = verteld();
    expect(een).toMatchObject({
      soort: 'Fo01',
      zender: { organisatie: '0362', applicatie: 'ijw-gateway' },
      ontvanger: { organisatie: '42420001', applicatie: 'GGk' },
      crossRefnummer: REF,
      fout: { code: 'StUF055', plek: 'client', omschrijving: expect.stringContaining('niveau 1 (XSD, regel 12') },
    });
    expect(twee).toEqual(een);
    const tekst = partner.seen.map(({ bytes }) => Buffer.from(bytes).toString()).join();
    expect(tekst).toContain('<StUF:details>JW315-00040001</StUF:details>');
    expect(tekst).not.toContain('Noor');
  });

  it('about a gemeente that nobody here serves has its own code', async () => {
    await tell({}, { regel: 'POORT-IB005' });
    expect(verteld()).toMatchObject([{ fout: { code: 'IB005' } }]);
  });
});

describe('what was no message', () => {
  it('is told with the reason that was kept', async () => {
    const kept = { ...KEPT, reden: 'De envelop noemt functie JW301, maar de inhoud is een JW305.', ontvanger: '' };
    await tell({ code: 'StUF055', berichtId: null, status: null }, { kept });
    expect(verteld()).toMatchObject([
      { zender: { organisatie: null }, fout: { code: 'StUF055', omschrijving: kept.reden } },
    ]);
  });

  it('waits for a party that has no endpoint yet, and is over when the party refuses to hear it', async () => {
    expect(await tell({}, { endpoint: null })).toMatchObject({ class: 'transient', code: 'geen-endpoint' });
    partner.answer = fo03;
    expect(await tell()).toMatchObject({ class: 'permanent', code: 'IB001' });
  });
});
