import type { Principal } from '../access/principal.ts';
import { type Scope, scopeOf } from '../access/scope.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import type { AanspreekpuntStore } from '../store/contact-points/contract.ts';
import type { DossierStore, ToewijzingBeeld } from '../store/dossier/contract.ts';
import type { BerichtStore } from '../store/messages/contract.ts';
import { readBericht } from '../xml/read/read.ts';
import { type Bericht, lijstVan, waardeVan } from '../xml/tree.ts';
import type { Door } from './door.ts';

export type { ToewijzingBeeld } from '../store/dossier/contract.ts';

/** A toewijzing as it is addressed; it may stand under a predecessor of the gemeente. */
export interface Address {
  readonly gemeente: string;
  readonly nummer: number;
}

export interface Aanspreekpunt {
  readonly aanbieder: string;
  readonly naam: string | null;
  readonly sinds: string;
}

export type ContactPointOutcome =
  | { readonly kind: 'ok'; readonly aanspreekpunt: Aanspreekpunt | null }
  | { readonly kind: 'unknown' }
  /** The agreements do not know this aanbieder. */
  | { readonly kind: 'unknown-aanbieder' };

/** What is known of the help that a child gets. */
export interface Dossiers {
  /** For its two parties; others that open it are written down. */
  openToewijzing(principal: Principal, address: Address, reden?: string | null): Promise<ToewijzingBeeld | undefined>;
  /** The JW301 that brought its present version, which names the child; null for who is no party, or where it cannot be read. */
  source(principal: Principal, address: Address): Promise<Bericht | null>;
  /** ToewijzingNummers of this ReferentieAanbieder in a JW301, for its parties; none where it cannot be read. */
  numbersIn(principal: Principal, bericht: string, referentie: string): Promise<readonly number[]>;
  /** Which aanbieder of this child is the one to speak to. */
  contactPoint(principal: Principal, address: Address): Promise<ContactPointOutcome>;
  /** Names an aanbieder for the child of this toewijzing, or nobody (null). */
  setContactPoint(principal: Principal, address: Address, aanbieder: string | null): Promise<ContactPointOutcome>;
}

export interface DossiersDeps {
  readonly door: Door;
  readonly store: DossierStore &
    Pick<AanspreekpuntStore, 'contactPoint'> &
    Pick<BerichtStore, 'message' | 'messageBytes'>;
}

/** Bytes of a message above which reading it would hold up others. */
const LONG = 256 * 1024;

/** The toewijzing at this address, for who may see it. */
export function findToewijzing(
  { gemeente, nummer }: Address,
  scope: Scope,
  afspraken: Afspraken,
  store: DossierStore,
): Promise<ToewijzingBeeld | undefined> {
  return store.toewijzing([...new Set([gemeente, ...afspraken.familie(gemeente)])], nummer, scope);
}

export function dossiers({ door, store }: DossiersDeps): Dossiers {
  const find = async (principal: Principal, address: Address) => {
    const afspraken = await door.agreements();
    const beeld = await findToewijzing(address, scopeOf(principal, afspraken), afspraken, store);
    return { afspraken, beeld };
  };
  const jw301 = async (principal: Principal, id: string): Promise<Bericht | null> => {
    const scope = scopeOf(principal, await door.agreements());
    const bericht = await store.message(id, scope);
    const bytes = bericht === undefined ? undefined : await store.messageBytes(bericht.id, scope);
    if (bericht?.type !== 'JW301' || bericht.release === null || bytes === undefined || bytes.length > LONG)
      return null;
    return readBericht(bytes, bericht.type, bericht.release);
  };
  const show = async (principal: Principal, address: Address): Promise<ContactPointOutcome> => {
    const { afspraken, beeld } = await find(principal, address);
    if (beeld === undefined) return { kind: 'unknown' };
    const { gemeente, client } = beeld.huidig;
    const opvolger = afspraken.gemeente(gemeente)?.opvolger ?? gemeente;
    const punt = await store.contactPoint(afspraken.familie(opvolger), client);
    if (punt === undefined) return { kind: 'ok', aanspreekpunt: null };
    const naam = afspraken.aanbieder(punt.aanbieder)?.naam ?? null;
    return { kind: 'ok', aanspreekpunt: { aanbieder: punt.aanbieder, naam, sinds: punt.op } };
  };
  return {
    openToewijzing: async (principal, address, reden = null) => {
      door.check(principal, 'toewijzing.open');
      const { beeld } = await find(principal, address);
      if (beeld !== undefined) {
        await door.opens(principal, 'toewijzing.open', `${address.gemeente}/${address.nummer}`, reden);
      }
      return beeld;
    },
    source: async (principal, address) => {
      door.check(principal, 'toewijzing.open');
      if (principal.kind !== 'party') return null;
      const { beeld } = await find(principal, address);
      if (beeld === undefined) return null;
      return jw301(principal, beeld.huidig.berichtId);
    },
    numbersIn: async (principal, bericht, referentie) => {
      door.check(principal, 'toewijzing.open');
      const gelezen = principal.kind === 'party' ? await jw301(principal, bericht) : null;
      const producten =
        gelezen === null ? [] : lijstVan(gelezen.inhoud, 'Client/ToegewezenProducten/ToegewezenProduct');
      return producten.flatMap((product) => {
        const nummer = waardeVan(product, 'ToewijzingNummer');
        return nummer !== undefined && waardeVan(product, 'ReferentieAanbieder') === referentie ? [Number(nummer)] : [];
      });
    },
    contactPoint: async (principal, address) => {
      door.check(principal, 'contact-point.read');
      return show(principal, address);
    },
    setContactPoint: async (principal, address, aanbieder) => {
      const { keyId } = door.party(principal, 'contact-point.set');
      const { afspraken, beeld } = await find(principal, address);
      if (beeld === undefined) return { kind: 'unknown' };
      if (aanbieder !== null && afspraken.aanbieder(aanbieder) === undefined) return { kind: 'unknown-aanbieder' };
      const { gemeente, client } = beeld.huidig;
      await door.change(principal, 'contact-point.set', async (changes) => {
        await changes.setContactPoint({ gemeente, client, aanbieder, door: keyId, op: door.now() });
        return { result: undefined, subject: `${address.gemeente}/${address.nummer}` };
      });
      return show(principal, address);
    },
  };
}
