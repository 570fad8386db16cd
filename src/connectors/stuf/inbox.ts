import { createHash } from 'node:crypto';
import type { PartyPrincipal } from '../../access/principal.ts';
import type { Envelopes, SentEnvelope } from '../../gateway/channels/envelopes.ts';
import type { Receipt } from '../../gateway/receive.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { Envelop, GelezenEnvelop, StufAntwoord } from '../../xml/stuf/envelope.ts';
import type { ConnectorDoor, ConnectorIn } from '../connector-in.ts';
import { bevestiging, storing, weigering } from './answer.ts';
import { disagreement } from './disagreement.ts';
import { releaseVan, typeVan } from './versies.ts';

export interface StufInboxDeps {
  readonly envelopes: Envelopes;
  readonly now: () => Date;
}

/** Parties of the chain that may send a Fo01 for somebody, by the koppelvlak. */
const KETEN: ReadonlySet<string | null> = new Set(['IB', 'RINIS', 'VECOZO']);

/**
 * What comes in by StUF: an envelope that can be taken goes through the one door and is answered Bv03 once it is stored; one that
 * cannot is answered Fo03. A payload that is not what its envelope says was received all the same: Bv03, and a Fo01 follows.
 */
export class StufInbox implements ConnectorIn {
  readonly name = 'stuf';
  readonly via = 'stuf';
  readonly #deps: StufInboxDeps;
  readonly #underWay = new Set<Promise<StufAntwoord>>();
  #door: ConnectorDoor | undefined;

  constructor(deps: StufInboxDeps) {
    this.#deps = deps;
  }

  async start(door: ConnectorDoor): Promise<void> {
    this.#door = door;
  }

  async stop(): Promise<void> {
    this.#door = undefined;
    await Promise.allSettled(this.#underWay);
  }

  /** The answer to what was read, once it holds. Rejects when the store is away: then nothing was acknowledged. */
  answer(principal: PartyPrincipal, gelezen: GelezenEnvelop): Promise<StufAntwoord> {
    const answer = this.#answer(principal, gelezen).finally(() => this.#underWay.delete(answer));
    this.#underWay.add(answer);
    return answer;
  }

  async #answer(principal: PartyPrincipal, gelezen: GelezenEnvelop): Promise<StufAntwoord> {
    const nu = this.#deps.now();
    if (gelezen.kind === 'onjuist') return weigering(gelezen, gelezen.grond, gelezen.reden, nu);
    return gelezen.kind === 'antwoord'
      ? this.#fout(principal, gelezen.antwoord)
      : this.#bericht(principal, gelezen.envelop, gelezen.payload);
  }

  /** A party refuses what we sent; that we never sent such a thing is no matter. */
  async #fout(principal: PartyPrincipal, antwoord: StufAntwoord): Promise<StufAntwoord> {
    const { envelopes, now } = this.#deps;
    if (antwoord.soort !== 'Fo01' || antwoord.fout === null) {
      return weigering(
        antwoord,
        'xsd',
        'Een Bv03 of Fo03 is een antwoord; stuur een Di01, een Du01 of een Fo01.',
        now(),
      );
    }
    const { organisatie } = antwoord.zender;
    if (!KETEN.has(organisatie) && !(await envelopes.maySendAs(principal, organisatie ?? ''))) {
      return vreemd(antwoord, principal, now());
    }
    const { crossRefnummer, fout } = antwoord;
    await envelopes.refusedBy(principal, crossRefnummer, /^\w{1,7}$/.test(fout.code) ? fout.code : 'Fo01');
    return bevestiging(antwoord, now());
  }

  async #bericht(principal: PartyPrincipal, envelop: Envelop, payload: Uint8Array): Promise<StufAntwoord> {
    const { envelopes, now } = this.#deps;
    const door = this.#door;
    if (door === undefined) return storing(envelop, now());
    const partij = envelop.zender.organisatie ?? '';
    if (!(await envelopes.maySendAs(principal, partij))) return vreemd(envelop, principal, now());
    const type = typeVan(envelop.functie);
    if (type === null) {
      return weigering(
        envelop,
        'functie',
        'Deze gateway kent de functie niet; hij neemt JW301 tot en met JW325.',
        now(),
      );
    }
    const release = releaseVan(type, envelop);
    if (release === null) {
      const reden = `Deze versie van ${type} wordt niet aangenomen. iJW 3.2 is functieVersie 0003 en functieSubversie 0002.`;
      return weigering(envelop, 'versie', reden, now());
    }
    const sent = sentAs(envelop, partij, payload);
    const use = await envelopes.use(principal, sent);
    if (use === 'other') return weigering(envelop, 'referentienummer', HERGEBRUIKT, now());
    if (use === 'done') return bevestiging(envelop, now());
    return this.#taken(principal, envelop, sent, { type, release, payload, door });
  }

  async #taken(
    principal: PartyPrincipal,
    envelop: Envelop,
    sent: SentEnvelope,
    { type, release, payload, door }: { type: BerichtType; release: Release; payload: Uint8Array; door: ConnectorDoor },
  ): Promise<StufAntwoord> {
    const { envelopes, now } = this.#deps;
    const anders = disagreement({ type, release, ontvanger: envelop.ontvanger }, payload);
    const receipt = anders ?? (await door(payload, { party: sent.partij, transportId: envelop.referentienummer }));
    if (typeof receipt !== 'string') {
      if ('id' in receipt) await envelopes.stored(principal, sent, receipt.id);
      else if (receipt.kind === 'frozen') return weigering(envelop, 'bevroren', bevroren(receipt.tot), now());
    }
    const reden = typeof receipt === 'string' ? receipt : geweigerd(receipt);
    if (reden !== null) await envelopes.refuse(principal, sent, reden);
    return bevestiging(envelop, now());
  }
}

const HERGEBRUIKT =
  'Dit referentienummer is eerder gebruikt, met een andere inhoud. Neem voor elke envelop een nieuw UUID.';

function vreemd(op: Envelop | StufAntwoord, { parties }: PartyPrincipal, nu: Date): StufAntwoord {
  const reden = `De zender in de envelop is een andere dan die van uw sleutel (${parties.join(', ')}).`;
  return weigering(op, 'zender', reden, nu);
}

/** Refused at the door: the payload is of another sender than its envelope; null when it was not. */
function geweigerd(receipt: Receipt): string | null {
  if (receipt.kind === 'unidentifiable') return receipt.bevinding.melding;
  return receipt.kind === 'forbidden' ? 'De inhoud is van een andere afzender dan de zender in de envelop.' : null;
}

function bevroren(tot: Date): string {
  return `Volgens de afspraken worden tot ${tot.toISOString()} geen berichten van deze release aangenomen. Stuur het daarna opnieuw.`;
}

function sentAs(envelop: Envelop, partij: string, payload: Uint8Array): SentEnvelope {
  const { soort, referentienummer, crossRefnummer, functie, applicatieVersie, applicatieSubversie, ontvanger } =
    envelop;
  return {
    ...{ partij, referentienummer, soort, crossRefnummer },
    sha256: createHash('sha256').update(payload).digest(),
    // Anything may stand there; what is no code of a party is not kept.
    ontvanger: /^(?:\d{4}|\d{8})$/.test(ontvanger.organisatie ?? '') ? (ontvanger.organisatie ?? '') : '',
    details: `${functie}-${applicatieVersie}${applicatieSubversie}`,
  };
}
