import type { VNode } from 'preact';
import type { ChannelView } from '../../../gateway/channels/channels.ts';
import { type Aandacht, OVERVIEW_DAYS } from '../../../gateway/people/overview.ts';
import type { OorzaakBeeld } from '../../../gateway/refused/causes.ts';
import { plusDagen } from '../../../standard/datum.ts';
import { MESSAGES } from '../../../standard/messages/index.ts';
import { Cijfer, veelvoud } from '../../kit/lijst.tsx';
import { count, Moment } from '../../kit/value.tsx';
import { CHANNEL_NAMES } from '../../words/channels.ts';
import { toMessages } from '../../words/links.ts';
import type { Names } from '../../words/names.ts';
import { metRegio } from './met-regio.ts';
import type { Period } from './period.ts';

/** Who leaves his messages for so long does not fetch them (ms). */
const LAAT_LIGGEN = 2 * 86_400_000;

/** Causes of refusal that nobody did anything about yet. */
export function Oorzaaktegel(props: {
  readonly oorzaken: readonly OorzaakBeeld[];
  readonly period: Period;
  readonly regio: string | undefined;
  readonly names: Names;
}): VNode {
  const { oorzaken, period, regio, names } = props;
  const eerste = oorzaken.toSorted((een, ander) => ander.regels - een.regels)[0];
  const { van, tot, woorden } = period;
  return (
    <Cijfer
      naar={`/oorzaken?${metRegio({ van, tot, stand: 'open' }, regio)}`}
      aantal={count(oorzaken.length)}
      wat={`${veelvoud(oorzaken.length, 'oorzaak', 'oorzaken')} van afwijzing open, ${woorden}`}
      toon={oorzaken.length > 0 ? 'let-op' : 'rustig'}
      bij={
        eerste === undefined
          ? undefined
          : `de grootste: ${eerste.regel} van ${names.party(eerste.partij)}, ${count(eerste.regels)} keer`
      }
    />
  );
}

const NIET_TOEGEKEND: Readonly<Record<string, string>> = {
  afgekeurd: 'door de gateway afgewezen',
  'deels-goedgekeurd': 'door de gateway deels toegekend',
  geweigerd: 'niet te lezen',
};

/**
 * What an aanbieder declared and the gateway did not grant whole: to put right, where that was not done yet. What a gemeente with
 * a system of its own refused stands in the answer that it sent alone, so these lead to those too.
 */
export function Declaratietegels(props: {
  readonly van: Aandacht['declaraties'];
  readonly vandaag: string;
  readonly regio: string | undefined;
}): VNode {
  const { van, vandaag, regio } = props;
  const sinds = plusDagen(vandaag, 1 - OVERVIEW_DAYS);
  const altijd = van.some(({ type, status }) => type === 'JW323' && status === 'afgekeurd') ? [] : [GEEN];
  return (
    <>
      {[...altijd, ...van].map(({ type, status, aantal }, nr, alle) => (
        <Cijfer
          naar={toMessages({ type, status, van: sinds, regio })}
          aantal={count(aantal)}
          wat={`${veelvoud(aantal, 'declaratie', 'declaraties')} (${type}) ${NIET_TOEGEKEND[status] ?? status}, in de laatste ${OVERVIEW_DAYS} dagen`}
          toon={aantal === 0 ? 'rustig' : 'let-op'}
          bij={
            <>
              {aantal === 0 ? null : 'ook die u al verbeterd opnieuw stuurde. '}
              {alle.findIndex((een) => een.type === type) === nr ? (
                <>
                  Wat een gemeente zelf antwoordde staat in{' '}
                  <a href={toMessages({ type: MESSAGES[type].antwoord, richting: 'in', van: sinds, regio })}>
                    haar antwoorden ({MESSAGES[type].antwoord})
                  </a>
                </>
              ) : null}
            </>
          }
        />
      ))}
    </>
  );
}

const GEEN: Aandacht['declaraties'][number] = { type: 'JW323', status: 'afgekeurd', aantal: 0 };

/** Ways out that fail, and parties that leave their messages. */
export function Kanaaltegels(props: {
  readonly kanalen: readonly ChannelView[];
  readonly names: Names;
  readonly now: Date;
  readonly regio: string | undefined;
}): VNode {
  const { kanalen, names, now, regio } = props;
  const naar = regio === undefined ? '/kanalen' : `/kanalen?${metRegio({}, regio)}`;
  const storing = kanalen.filter(({ staat }) => staat === 'storing');
  const partijen = storing.flatMap((kanaal) => kanaal.partijen.filter(({ storingSinds }) => storingSinds !== null));
  const wacht = partijen.reduce((som, een) => som + een.wacht, 0);
  const liggen = kanalen
    .flatMap((kanaal) => (kanaal.kanaal === 'ophalen' ? kanaal.partijen : []))
    .filter(({ oudste }) => oudste !== null && now.getTime() - oudste.getTime() > LAAT_LIGGEN)
    .toSorted((een, ander) => Number(een.oudste) - Number(ander.oudste));
  const [langst] = liggen;
  return (
    <>
      <Cijfer
        naar={naar}
        aantal={count(storing.length)}
        wat={veelvoud(storing.length, 'kanaal in storing', 'kanalen in storing')}
        toon={storing.length > 0 ? 'fout' : 'rustig'}
        bij={
          storing.length === 0
            ? undefined
            : `${storing.map(({ kanaal }) => CHANNEL_NAMES[kanaal]).join(', ')}${partijen.length === 0 ? '' : `: ${partijen.map(({ partij }) => names.party(partij)).join(', ')}, ${count(wacht)} ${veelvoud(wacht, 'bericht wacht', 'berichten wachten')}`}`
        }
      />
      <Cijfer
        naar={naar}
        aantal={count(liggen.length)}
        wat={veelvoud(liggen.length, 'partij haalt niets op', 'partijen halen niets op')}
        toon={liggen.length > 0 ? 'let-op' : 'rustig'}
        bij={
          langst?.oudste == null ? undefined : (
            <>
              {names.party(langst.partij)}: {count(langst.wacht)} {veelvoud(langst.wacht, 'wacht', 'wachten')}, de
              oudste sinds <Moment op={langst.oudste.toISOString()} />
            </>
          )
        }
      />
    </>
  );
}
