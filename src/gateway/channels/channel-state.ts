import type { Channel, ChannelStateRow, PartyWay } from '../../store/channels/contract.ts';

/** A way and the parties that are served by it. */
export interface ChannelView {
  readonly kanaal: Channel;
  /** `uit`: no process runs it. */
  readonly staat: 'uit' | 'goed' | 'storing';
  readonly sinds: Date | null;
  readonly laatsteFout: string | null;
  readonly partijen: readonly PartyWay[];
}

/** Whom a way serves: by AMQP also who only brings messages that way. */
export function servedBy(kanaal: Channel): (way: PartyWay) => boolean {
  return (way) => way.kanaal === kanaal || (kanaal === 'amqp' && way.amqpGebruiker !== null);
}

/** These are there for whoever has an address; while nobody has one they are off. */
const WITHOUT_SERVER: readonly Channel[] = ['webhook', 'stuf'];

/**
 * Of several processes the one that is in trouble tells, and a way to one party that fails is trouble too; `ophalen` works
 * where the API does.
 */
export function stateOf(
  kanaal: Channel,
  states: readonly ChannelStateRow[],
  ways: readonly PartyWay[],
  started: Date,
): Pick<ChannelView, 'kanaal' | 'staat' | 'sinds' | 'laatsteFout'> {
  if (kanaal === 'ophalen') return { kanaal, staat: 'goed', sinds: started, laatsteFout: null };
  const mine = states.filter((state) => state.kanaal === kanaal);
  const told = mine.find(({ staat }) => staat === 'storing') ?? mine[0];
  const off = { kanaal, staat: 'uit', sinds: null, laatsteFout: told?.laatsteFout ?? null } as const;
  if (told === undefined || (WITHOUT_SERVER.includes(kanaal) && ways.length === 0)) return off;
  const failing = ways.filter((way) => way.kanaal === kanaal && way.storingSinds !== null);
  if (told.staat === 'storing' || failing.length === 0) return told;
  const [first] = failing.toSorted((a, b) => Number(a.storingSinds) - Number(b.storingSinds));
  return { kanaal, staat: 'storing', sinds: first?.storingSinds ?? null, laatsteFout: first?.laatsteFout ?? null };
}
