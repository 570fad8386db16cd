import type { Sleutel } from '../../access/keys/contract.ts';
import {
  type PartyPrincipal,
  type Principal,
  principalOf,
  roleOf,
  type StaffPrincipal,
} from '../../access/principal.ts';
import { type TargetRules, targetProblem } from '../../channels/address-guard.ts';
import type { ChannelFault } from '../../channels/check-change.ts';
import { newWebhookSecret, secretBytes } from '../../channels/webhook-secret.ts';
import type { HappeningStore } from '../../store/happenings/contract.ts';
import {
  type NewSubscription,
  NOTICE_KINDS,
  type Subscription,
  type SubscriptionOwner,
  type SubscriptionStore,
} from '../../store/subscriptions/contract.ts';
import type { Door } from '../door.ts';
import { NotAllowed } from '../door.ts';
import { digestAfter } from './digest-moment.ts';

export {
  NOTICE_KINDS,
  NOTICE_PACES,
  NOTICE_WAYS,
  type NoticeKind,
  type NoticePace,
  type Subscription,
} from '../../store/subscriptions/contract.ts';

/** So many subscriptions somebody has at most: what they cost does not grow without end. */
const MOST = 20;

export interface SubscriptionAsked extends Pick<NewSubscription, 'weg' | 'adres'> {
  readonly soorten?: NewSubscription['soorten'];
  readonly ritme?: NewSubscription['ritme'];
  readonly geheim?: string | null;
}

export type SubscriptionOutcome =
  /** `geheim`: made now, to be shown this once. */
  | { readonly kind: 'made'; readonly subscription: Subscription; readonly geheim: string | null }
  | { readonly kind: 'invalid'; readonly fouten: readonly ChannelFault[] }
  /** SMTP_URL is not set. */
  | { readonly kind: 'no-mail' }
  | { readonly kind: 'too-many'; readonly most: number };

/** Who hears of signals outside the pages: by mail or webhook, as what its maker may see. */
export interface Subscriptions {
  /** Of those who ask; a beheerder sees all. */
  list(principal: Principal): Promise<readonly Subscription[]>;
  make(principal: Principal, asked: SubscriptionAsked): Promise<SubscriptionOutcome>;
  /** A notice soon, to see whether it arrives. False when there is none in sight. */
  trial(principal: Principal, id: string): Promise<boolean>;
  /** False when there is none in sight. */
  end(principal: Principal, id: string): Promise<boolean>;
}

export interface SubscriptionsDeps {
  readonly door: Door;
  readonly store: SubscriptionStore & Pick<HappeningStore, 'presentPosition'>;
  readonly targets: TargetRules;
  /** Whether this gateway can send mail. */
  readonly mail: boolean;
}

export function subscriptions({ door, store, targets, mail }: SubscriptionsDeps): Subscriptions {
  const seen = async (principal: Principal) => {
    const all = await store.subscriptions();
    return all.filter((one) => isOf(principal, one));
  };
  return {
    list: async (principal) => {
      door.check(principal, 'subscription.list');
      return seen(principal);
    },
    make: async (principal, asked) => {
      const { keyId, ...owner } = ownerOf(door, principal);
      const fouten = await faultsIn(asked, targets);
      if (fouten.length > 0) return { kind: 'invalid', fouten };
      if (asked.weg === 'mail' && !mail) return { kind: 'no-mail' };
      if ((await seen(principal)).length >= MOST) return { kind: 'too-many', most: MOST };
      const made = asked.weg === 'webhook' && asked.geheim == null ? newWebhookSecret() : null;
      const [op, ritme] = [door.now(), asked.ritme ?? 'meteen'];
      const nieuw: NewSubscription = {
        ...{ ...owner, weg: asked.weg, adres: asked.adres, geheim: made ?? asked.geheim ?? null, ritme, op },
        ...{ soorten: asked.soorten ?? NOTICE_KINDS, door: keyId, positie: await store.presentPosition() },
        volgendeOp: ritme === 'dag' ? digestAfter(op) : op,
      };
      const subscription = await door.change(principal, 'subscription.make', async (changes) => {
        const result = await changes.addSubscription(nieuw);
        return { result, subject: result.id };
      });
      return { kind: 'made', subscription, geheim: made };
    },
    trial: async (principal, id) => {
      door.check(principal, 'subscription.try');
      if (!(await seen(principal)).some((one) => one.id === id)) return false;
      return door.change(principal, 'subscription.try', async (changes) => {
        const result = await changes.trySubscription(id, door.now());
        return { result, subject: result ? id : null };
      });
    },
    end: async (principal, id) => {
      door.check(principal, 'subscription.end');
      if (!(await seen(principal)).some((one) => one.id === id)) return false;
      return door.change(principal, 'subscription.end', async (changes) => {
        const result = await changes.endSubscription(id);
        return { result, subject: result ? id : null };
      });
    },
  };
}

function ownerOf(door: Door, principal: Principal): SubscriptionOwner & { readonly keyId: string } {
  door.check(principal, 'subscription.make');
  if (principal.kind === 'system') throw new NotAllowed('subscription.make', 'role');
  const { role: rol, keyId } = principal;
  if (principal.kind === 'party') return { rol, keyId, partijen: principal.parties, regios: null };
  return { rol, keyId, partijen: null, regios: rol === 'operator' ? principal.regions : null };
}

/** Whoever looks with no more than a key sees, may look at what was subscribed to with it. */
function isOf(principal: Principal, { rol, partijen, regios }: SubscriptionOwner): boolean {
  if (roleOf(principal) === 'beheerder') return true;
  if (principal.kind === 'party') return partijen?.every((code) => principal.parties.includes(code)) === true;
  if (principal.kind === 'staff')
    return rol === 'operator' && (regios ?? []).every((r) => principal.regions.includes(r));
  return false;
}

/**
 * Whether a subscription goes on without the key that made it: it is its party's, so one of these (keys in force) that may look
 * at it is enough. Keys are rotated, and who is warned by it would not notice that it fell silent. Staff has no party: theirs
 * ends with the key.
 */
export function goesOnWith(keys: readonly Sleutel[], one: Subscription): boolean {
  return keys.some((key) => {
    const principal = principalOf(key, 'http');
    return key.id !== one.door && principal.kind === 'party' && isOf(principal, one);
  });
}

/** One mailbox, without anything that a mail program would read as more than that. */
function isMailbox(address: string): boolean {
  const [local = '', domain = '', ...more] = address.split('@');
  const labels = domain.split('.');
  return (
    more.length === 0 &&
    address.length <= 254 &&
    local.length <= 64 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(local) &&
    labels.length > 1 &&
    labels.every((label) => label.length <= 63 && /^[A-Za-z0-9-]+$/.test(label) && !/^-|-$/.test(label)) &&
    /^[A-Za-z-]*$/.test(labels.at(-1) ?? '')
  );
}

async function faultsIn(
  { weg, adres, geheim }: SubscriptionAsked,
  targets: TargetRules,
): Promise<readonly ChannelFault[]> {
  if (weg === 'mail') {
    return isMailbox(adres)
      ? []
      : [{ pointer: '/adres', melding: 'Geef één mailadres, bijvoorbeeld meldingen@uwgemeente.nl.' }];
  }
  const problem = await targetProblem(adres, targets);
  const secret =
    geheim == null || secretBytes(geheim) !== undefined
      ? null
      : 'Een geheim is whsec_ met daarna 24 tot en met 64 bytes in base64. Laat het weg om er een te laten maken.';
  return [
    ...(problem === null ? [] : [{ pointer: '/adres', melding: problem }]),
    ...(secret === null ? [] : [{ pointer: '/geheim', melding: secret }]),
  ];
}

/** As whom a subscription looks: what its maker could see, and no more. */
export function lookerOf({ rol, partijen, regios, door }: Subscription): PartyPrincipal | StaffPrincipal {
  const who = { keyId: door, keyName: 'abonnement', readOnly: true, via: 'http' } as const;
  if (rol === 'aanbieder' || rol === 'gemeente') {
    return { kind: 'party', role: rol, parties: partijen ?? [], ...who };
  }
  return { kind: 'staff', role: rol, regions: regios ?? [], ...who };
}
