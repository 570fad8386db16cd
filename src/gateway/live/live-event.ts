import { type Scope, type Subject, sees } from '../../access/scope.ts';
import { LANDELIJK } from '../../lanes/lane.ts';
import type { PlacedEvent } from '../../store/happenings/contract.ts';

/** The names under which things are told to other programs; docs/api.md says what each holds. */
export const EVENT_NAMES = [
  'bericht.ontvangen',
  'bericht.beoordeeld',
  'bericht.vastgelopen',
  'aflevering.aangeboden',
  'aflevering.bevestigd',
  'aflevering.mislukt',
  'besluit',
  'signaal',
  'termijn',
  'afspraken',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** What is told: ids, codes and states. Nothing of any person, and no text that somebody wrote. */
export interface EventData {
  readonly id: string;
  readonly op: string;
  readonly [field: string]: unknown;
}

/** One event, with the place after which its reader goes on. */
export interface LiveEvent {
  readonly position: string;
  readonly name: EventName;
  readonly data: EventData;
  /** Whose it is; `staff` sees it whatever its regions. */
  readonly of: Subject | 'staff';
}

const DELIVERIES = {
  'delivery.offered': 'aflevering.aangeboden',
  'delivery.confirmed': 'aflevering.bevestigd',
  'delivery.failed': 'aflevering.mislukt',
} as const;

/** What an event of the store says to others; null when it is not told (keys, bodies that were opened, commands that wait). */
export function liveEvent({ position, op, happening: h, of }: PlacedEvent): LiveEvent | null {
  if (h === null) return null;
  const { sender, recipients, type } = of;
  const regio = 'regio' in h ? h.regio : of.known ? of.regio : regionOfLane(h.lane);
  const told = (name: EventName, id: string | null, parties: readonly (string | null)[], more: object): LiveEvent => {
    const data = { id: id ?? '', op, ...more };
    return { position, name, data, of: { parties: parties.filter((party) => party !== null), regio } };
  };
  switch (h.type) {
    case 'message.received':
    case 'message.replayed':
      return told('bericht.ontvangen', h.subject, [sender], { type, regio, opnieuw: !('again' in h) || h.again });
    case 'message.judged': {
      const verdict = { type: h.messageType ?? type, regio, status: h.status, antwoorden: h.answers };
      return told('bericht.beoordeeld', h.subject, [sender, ...recipients], verdict);
    }
    case 'message.quarantined':
      if (h.work === 'opdracht') return told('besluit', h.subject, [sender], { stand: 'geweigerd', antwoorden: [] });
      return told('bericht.vastgelopen', h.subject, [sender, ...recipients], { type, regio });
    case 'delivery.offered':
    case 'delivery.confirmed':
    case 'delivery.failed': {
      const fout = h.type === 'delivery.failed' ? { fout: h.error } : {};
      const more = { type, partij: h.party, kanaal: h.channel, ...fout };
      return told(DELIVERIES[h.type], h.subject, [h.party, sender], more);
    }
    case 'decision.made':
    case 'command.done': {
      // What was refused is between the gateway and who asked; what was done concerns the aanbieder of the lane too.
      const concerned = h.state === 'gedaan' ? [sender, partyOfLane(h.lane)] : [sender];
      return told('besluit', h.subject, concerned, { stand: h.state, antwoorden: h.answers });
    }
    case 'signal.raised':
      return told('signaal', h.signal, [h.gemeente, h.aanbieder], {
        ...{ soort: h.kind, gemeente: orNull(h.gemeente), aanbieder: orNull(h.aanbieder) },
      });
    case 'term.due':
      return told('termijn', h.term ?? h.signal, [h.gemeente, h.aanbieder], {
        ...{ gemeente: h.gemeente, aanbieder: h.aanbieder, verstreken: h.over, signaal: h.signal },
      });
    case 'agreements.replaced':
      return { ...told('afspraken', String(h.version), [], { nummer: h.version }), of: 'staff' };
    default:
      return null;
  }
}

/** Whether it is told to who sees this. */
export function isFor(scope: Scope, { of }: LiveEvent): boolean {
  return of === 'staff' ? scope.kind !== 'parties' : sees(scope, of);
}

function orNull(code: string): string | null {
  return code === '' ? null : code;
}

function regionOfLane(lane: string | null): string | null {
  const [regio = ''] = (lane ?? '').split('|');
  return regio === '' || regio === LANDELIJK ? null : regio;
}

function partyOfLane(lane: string | null): string | null {
  return lane?.split('|')[1] ?? null;
}
