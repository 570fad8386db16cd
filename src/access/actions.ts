import type { Rol } from './keys/contract.ts';
import { type Principal, roleOf } from './principal.ts';

const PARTIES: readonly Rol[] = ['aanbieder', 'gemeente'];
const GEMEENTE: readonly Rol[] = ['gemeente'];
const STAFF: readonly Rol[] = ['operator', 'beheerder'];
const ADMIN: readonly Rol[] = ['beheerder'];
const ALL: readonly Rol[] = [...PARTIES, ...STAFF];

interface Recorded {
  /** As it stands in the audit. */
  readonly handeling: string;
  /** What the audit names beside it. */
  readonly subject:
    | 'bericht'
    | 'toewijzing'
    | 'werkbak-item'
    | 'signaal'
    | 'afspraken'
    | 'sleutel'
    | 'wachtrij'
    | 'partij'
    | 'aflevering'
    | 'client'
    | 'oorzaak'
    | 'herhaling'
    | 'abonnement'
    | 'zoekopdracht';
  /** Only when staff does it: a party opens what is its own. */
  readonly staffOnly?: true;
}

interface ActionRow {
  readonly who: readonly Rol[];
  /** The gateway itself does it too. */
  readonly system?: true;
  /** Sends, decides, confirms or changes: not with a key that only looks. */
  readonly changes?: true;
  readonly audit?: Recorded;
}

/**
 * All that can be asked of the gateway: who may, whether it changes something, and what the audit says of it. Routes, pages
 * and use cases name an action; what is not here nobody may.
 */
const ACTIONS = {
  'message.send': { who: PARTIES, changes: true },
  'message.try': { who: PARTIES },
  'message.list': { who: ALL },
  'message.read': { who: ALL },
  'message.open': { who: ALL, audit: { handeling: 'bericht-geopend', subject: 'bericht', staffOnly: true } },
  'client.search': { who: ALL, audit: { handeling: 'client-gezocht', subject: 'client' } },
  'client.show': { who: ADMIN, audit: { handeling: 'client-uitgevoerd', subject: 'client' } },
  'client.erase': { who: ADMIN, changes: true, audit: { handeling: 'client-verwijderd', subject: 'client' } },
  'cause.list': { who: ALL },
  'cause.set': { who: STAFF, changes: true, audit: { handeling: 'oorzaak-gezet', subject: 'oorzaak' } },
  'message.replay': { who: STAFF, changes: true, audit: { handeling: 'replay', subject: 'bericht' } },
  'replay.start': { who: STAFF, changes: true, audit: { handeling: 'herhaling', subject: 'herhaling' } },
  'replay.try': { who: STAFF },
  'outgoing.list': { who: PARTIES },
  'outgoing.confirm': { who: PARTIES, changes: true },
  'delivery.again': { who: STAFF, changes: true, audit: { handeling: 'aflevering-opnieuw', subject: 'aflevering' } },
  'event.follow': { who: ALL },
  'agreements.read': { who: ADMIN, system: true },
  'agreements.try': { who: ADMIN },
  'agreements.replace': {
    who: ADMIN,
    changes: true,
    audit: { handeling: 'afspraken-vervangen', subject: 'afspraken' },
  },
  'agreements.explain': { who: ALL },
  'key.list': { who: ADMIN },
  'key.create': { who: ADMIN, changes: true, audit: { handeling: 'sleutel-gemaakt', subject: 'sleutel' } },
  'key.change': { who: ADMIN, changes: true, audit: { handeling: 'sleutel-gewijzigd', subject: 'sleutel' } },
  'key.end': { who: ADMIN, changes: true, audit: { handeling: 'sleutel-beeindigd', subject: 'sleutel' } },
  'channel.list': { who: STAFF, system: true },
  'channel.read': { who: STAFF },
  'channel.set': { who: ADMIN, changes: true, audit: { handeling: 'kanaal-gewijzigd', subject: 'partij' } },
  'audit.list': { who: ADMIN },
  'toewijzing.open': { who: ALL, audit: { handeling: 'toewijzing-geopend', subject: 'toewijzing', staffOnly: true } },
  'budget.list': { who: ALL },
  'budget.grant': { who: GEMEENTE, changes: true, audit: { handeling: 'maatwerk-toegekend', subject: 'toewijzing' } },
  'contact-point.read': { who: ALL },
  'contact-point.set': {
    who: GEMEENTE,
    changes: true,
    audit: { handeling: 'aanspreekpunt-gezet', subject: 'toewijzing' },
  },
  'signal.list': { who: ALL },
  'signal.set': { who: PARTIES, changes: true, audit: { handeling: 'signaal-gezet', subject: 'signaal' } },
  'subscription.list': { who: ALL },
  'subscription.make': {
    who: ALL,
    changes: true,
    audit: { handeling: 'abonnement-gemaakt', subject: 'abonnement' },
  },
  'subscription.end': {
    who: ALL,
    changes: true,
    audit: { handeling: 'abonnement-beeindigd', subject: 'abonnement' },
  },
  'subscription.try': {
    who: ALL,
    changes: true,
    audit: { handeling: 'abonnement-geprobeerd', subject: 'abonnement' },
  },
  'search.list': { who: ALL },
  'search.keep': {
    who: ALL,
    changes: true,
    audit: { handeling: 'zoekopdracht-gewijzigd', subject: 'zoekopdracht' },
  },
  'term.list': { who: ALL },
  'report.insight': { who: ['gemeente', 'operator', 'beheerder'] },
  'report.counts': { who: STAFF, system: true },
  'metrics.read': { who: STAFF },
  'werkbak.read': { who: GEMEENTE },
  'decision.make': { who: GEMEENTE, changes: true, audit: { handeling: 'besluit', subject: 'werkbak-item' } },
  'decision.try': { who: GEMEENTE },
  'command.read': { who: GEMEENTE },
  'docs.view': { who: ALL },
  'session.begin': { who: ALL, audit: { handeling: 'aangemeld', subject: 'sleutel' } },
  'session.end': { who: ALL, audit: { handeling: 'afgemeld', subject: 'sleutel' } },
  'page.view': { who: ALL },
  'page.agreements': { who: STAFF },
  'queue.view': { who: STAFF, system: true },
  'queue.change': { who: ADMIN, changes: true, audit: { handeling: 'wachtrij-gewijzigd', subject: 'wachtrij' } },
} as const satisfies Readonly<Record<string, ActionRow>>;

export type Action = keyof typeof ACTIONS;

export function actions(): readonly Action[] {
  return Object.keys(ACTIONS) as Action[];
}

function rowOf(action: Action): ActionRow {
  return ACTIONS[action];
}

export function rolesFor(action: Action): readonly Rol[] {
  return rowOf(action).who;
}

/** Why somebody may not do this; null when it may. */
export function refusal(principal: Principal, action: Action): 'role' | 'read-only' | null {
  const { who, system = false, changes = false } = rowOf(action);
  if (principal.kind === 'system') return system ? null : 'role';
  if (!who.includes(principal.role)) return 'role';
  return changes && principal.readOnly ? 'read-only' : null;
}

/** What the audit says when this principal does this; undefined when it says nothing. */
export function recordedAs(principal: Principal, action: Action): Recorded | undefined {
  const { audit } = rowOf(action);
  const role = roleOf(principal);
  return audit?.staffOnly === true && !(role !== undefined && STAFF.includes(role)) ? undefined : audit;
}

/** Without effect (`?proef=true`) some actions are others. */
export const TRIALS: Partial<Readonly<Record<Action, Action>>> = {
  'agreements.replace': 'agreements.try',
  'decision.make': 'decision.try',
};
