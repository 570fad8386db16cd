import type { BerichtBeeld, BerichtRegel } from '../../gateway/messages.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import type { Toon } from '../kit/merk.tsx';

type Status = BerichtBeeld['status'];

interface Said {
  readonly toon: Toon;
  readonly wat: string;
}

/** Whether the gateway composed it: then it was judged by nobody, and its status tells nothing. */
export function isSent({ via }: Pick<BerichtBeeld, 'via'>): boolean {
  return via === null;
}

/** Of what the gateway composed: how far it is on its way. */
export function deliveryOf({ afleveringen }: Pick<BerichtBeeld, 'afleveringen'>): Said {
  const [eerste] = afleveringen;
  const alle = (status: string) => afleveringen.every((een) => een.status === status);
  const ophalen = afleveringen.every(({ kanaal }) => kanaal === 'ophalen');
  if (eerste === undefined) return { toon: 'rustig', wat: 'samengesteld' };
  if (afleveringen.some(({ status }) => status === 'mislukt')) return { toon: 'fout', wat: 'niet af te leveren' };
  if (alle('bevestigd')) return { toon: 'goed', wat: ophalen ? 'opgehaald en bevestigd' : 'afgeleverd' };
  if (afleveringen.some(({ status }) => status === 'wacht'))
    return { toon: 'bezig', wat: ophalen ? 'klaar om op te halen' : 'wacht op aflevering' };
  return { toon: 'bezig', wat: ophalen ? 'opgehaald, nog niet bevestigd' : 'aangeboden, nog niet bevestigd' };
}

/** Whether it is a JW319 that refuses a request, as far as that was kept of it. */
export function refusesRequest({ type, zegt }: Pick<BerichtBeeld, 'type' | 'zegt'>): boolean {
  return type === 'JW319' && zegt === 'geweigerd';
}

const AFGEWEZEN: Said = { toon: 'fout', wat: 'antwoord: afgewezen' };

/** What somebody sent as an answer says of what it answers, by what was kept of it; null for what is no such answer. */
export function saysOf({
  type,
  via,
  status,
  zegt,
}: Pick<BerichtBeeld, 'type' | 'via' | 'status' | 'zegt'>): Said | null {
  if (via === null || status !== 'goedgekeurd' || type === null) return null;
  if (refusesRequest({ type, zegt })) return AFGEWEZEN;
  if (!tellsVerdict(type)) return null;
  // Judged before it was kept: that it was taken up says nothing of what it says.
  return zegt === null ? { toon: 'rustig', wat: 'antwoord, verwerkt' } : answerOf({ type, zegt: null }, SAYS[zegt]);
}

const SAYS: Readonly<Record<NonNullable<BerichtBeeld['zegt']>, Status>> = {
  aangenomen: 'goedgekeurd',
  deels: 'deels-goedgekeurd',
  geweigerd: 'afgekeurd',
};

/**
 * What an answer tells its reader, by what became of the message that it answers, a JW319 by what was kept of it; null for what is
 * no such answer.
 */
export function answerOf(
  { type, zegt }: Pick<BerichtBeeld, 'type' | 'zegt'>,
  beantwoord: Status | undefined,
): Said | null {
  if (refusesRequest({ type, zegt })) return AFGEWEZEN;
  if (type === null || beantwoord === undefined || !tellsVerdict(type)) return null;
  switch (beantwoord) {
    case 'goedgekeurd':
      return { toon: 'goed', wat: `antwoord: ${ofDeclaratie(type) ? 'toegekend' : 'aangenomen'}` };
    case 'deels-goedgekeurd':
      return { toon: 'let-op', wat: 'antwoord: deels toegekend' };
    case 'afgekeurd':
    case 'geweigerd':
      return AFGEWEZEN;
    default:
      return null;
  }
}

type Soort = NonNullable<BerichtBeeld['type']>;

function ofDeclaratie(type: Soort): boolean {
  return type === 'JW325' || type === 'JW304';
}

function tellsVerdict(type: Soort): boolean {
  return MESSAGES[type].aard === 'retour' || ofDeclaratie(type);
}

/** Of the answers among these messages the ids of what they answer, that is not among them itself. */
export function answeredElsewhere(berichten: readonly BerichtRegel[]): readonly string[] {
  const hier = new Set(berichten.map(({ id }) => id));
  const gevraagd = berichten.flatMap(({ via, type, inAntwoordOp }) =>
    via === null && type !== null && inAntwoordOp !== null && tellsVerdict(type) ? [inAntwoordOp] : [],
  );
  return [...new Set(gevraagd)].filter((id) => !hier.has(id));
}
