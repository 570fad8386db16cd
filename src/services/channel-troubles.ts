import type { ChannelSettings } from '../channels/channel-settings.ts';
import type { Channel, ChannelStore } from '../store/channels/contract.ts';

/** A process that said nothing for this long runs no ways any more (ms). */
const SEEN_MS = 30_000;

/** What is wrong with the ways as a whole, as Dutch sentences: those in trouble, and those that no process runs. */
export async function channelTroubles(
  store: Pick<ChannelStore, 'channelStates'>,
  settings: Pick<ChannelSettings, 'all'>,
): Promise<readonly string[]> {
  const wanted = new Set(settings.all().map(({ kanaal }) => kanaal));
  wanted.delete('ophalen');
  if (wanted.size === 0) return [];
  const states = await store.channelStates(SEEN_MS);
  const troubles = [...wanted].map((kanaal) => {
    const mine = states.filter((state) => state.kanaal === kanaal);
    if (mine.length === 0) return unserved(kanaal);
    const told = mine.find(({ staat }) => staat === 'storing');
    return told === undefined ? null : trouble(kanaal, told.laatsteFout);
  });
  return troubles.filter((one) => one !== null);
}

function unserved(kanaal: Channel): string {
  return `Kanaal ${kanaal} wordt door geen proces bediend: berichten voor partijen met dit kanaal blijven wachten. Zet het aan (zie docs/koppelingen.md), of geef die partijen een ander kanaal.`;
}

function trouble(kanaal: Channel, fout: string | null): string {
  const why = fout === null ? '' : ` (${fout})`;
  return `Kanaal ${kanaal} heeft een storing${why}: berichten blijven bewaard en gaan zodra het kanaal er weer is.`;
}
