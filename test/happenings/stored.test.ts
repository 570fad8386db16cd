import { describe, expect, it } from 'vitest';
import { happeningOf } from '../../src/happenings/stored.ts';

const rij = (soort: string, gegevens: object | null = null) =>
  happeningOf({ soort, laan: 'AA|42420001', onderwerp: 'x', gegevens: gegevens as never });
const about = { subject: 'x', lane: 'AA|42420001' };

describe('rows of the first builds', () => {
  it('are read as what they told', () => {
    expect(rij('ontvangen')).toEqual({ type: 'message.received', ...about, again: false });
    expect(rij('opnieuw-ontvangen')).toEqual({ type: 'message.received', ...about, again: true });
    expect(rij('opnieuw-aangeboden')).toEqual({ type: 'message.replayed', ...about });
    expect(rij('beoordeeld', { status: 'afgekeurd', afspraken: 3, regels: '1.0.0', antwoorden: ['y'] })).toEqual({
      ...{ type: 'message.judged', ...about, status: 'afgekeurd', answers: ['y'], agreements: 3, ruleset: '1.0.0' },
      messageType: null,
    });
    expect(rij('vastgelopen', { reden: 'te veel pogingen' })).toEqual({
      ...{ type: 'message.quarantined', ...about, work: 'bericht', reason: 'te veel pogingen' },
    });
    expect(rij('opdracht', { soort: 'maatwerk', partij: '0362' })).toEqual({
      ...{ type: 'command.received', ...about, kind: 'maatwerk', party: '0362' },
    });
    expect(rij('besloten', { stand: 'geweigerd', antwoorden: [] })).toEqual({
      ...{ type: 'command.done', ...about, state: 'geweigerd', answers: [] },
    });
    expect(rij('afgeleverd', { partij: '0362' })).toEqual({
      ...{ type: 'delivery.confirmed', ...about, party: '0362', channel: 'ophalen' },
    });
  });

  it('of a newer build than this one are nothing that it could tell', () => {
    expect(rij('verhuisd')).toBeNull();
  });
});
