import type { VNode } from 'preact';
import type { PartyPrincipal, StaffPrincipal } from '../../../access/principal.ts';
import type { ChannelView } from '../../../gateway/channels/channels.ts';
import { type Aandacht, OVERVIEW_MOST } from '../../../gateway/people/overview.ts';
import type { OorzaakBeeld } from '../../../gateway/refused/causes.ts';
import { inAmsterdam } from '../../../standard/datum.ts';
import { Cijfer, Sectie, veelvoud } from '../../kit/lijst.tsx';
import { count, Moment } from '../../kit/value.tsx';
import { toMessages } from '../../words/links.ts';
import type { Names } from '../../words/names.ts';
import type { Period } from './period.ts';
import { Declaratietegels, Kanaaltegels, Oorzaaktegel } from './tegels.tsx';

interface Look {
  readonly werkers: ReadonlyMap<string, number>;
  readonly gepauzeerd: ReadonlyMap<string, boolean>;
}

/** What asks for somebody's attention; each figure leads to the list behind it. */
export function Aandachtspunten(props: {
  readonly principal: PartyPrincipal | StaffPrincipal;
  readonly attention: Aandacht;
  readonly queues: Look | null;
  readonly names: Names;
  readonly regio: string | undefined;
  /** Ways out; null for who may not see them. */
  readonly kanalen: readonly ChannelView[] | null;
  /** Causes that nobody did anything about yet, and the period in which they were found. */
  readonly oorzaken: readonly OorzaakBeeld[];
  readonly period: Period;
  readonly now: Date;
}): VNode {
  const { principal, attention: a, queues, names, regio, kanalen, oorzaken, period, now } = props;
  const staff = principal.kind === 'staff';
  const inRegio = regio === undefined ? '' : `&regio=${encodeURIComponent(regio)}`;
  const gepauzeerd = [...(queues?.gepauzeerd ?? [])].filter(([, is]) => is).map(([code]) => code);
  const zonderWerker = [...(queues?.werkers ?? [])].filter(([, aantal]) => aantal === 0).map(([code]) => code);
  return (
    <Sectie kop="Wat aandacht vraagt">
      <ul class="cijfers">
        {a.wachtend.length === 0 ? (
          <Cijfer naar={toMessages({ status: 'ontvangen', regio })} aantal="0" wat="berichten wachten op beoordeling" />
        ) : (
          a.wachtend.map((w) => (
            <Cijfer
              naar={toMessages({ status: 'ontvangen', regio: w.regio })}
              aantal={count(w.aantal)}
              wat={`wachten op beoordeling, ${names.region(w.regio)}`}
              bij={
                <>
                  de oudste sinds <Moment op={w.oudste} />
                </>
              }
            />
          ))
        )}
        <Cijfer
          naar={toMessages({ status: 'vastgelopen', regio })}
          aantal={count(a.vastgelopen)}
          wat={veelvoud(a.vastgelopen, 'bericht vastgelopen', 'berichten vastgelopen')}
          toon={a.vastgelopen > 0 ? 'fout' : 'rustig'}
        />
        <Oorzaaktegel oorzaken={oorzaken} period={period} regio={regio} names={names} />
        {principal.role === 'aanbieder' ? (
          <Declaratietegels van={a.declaraties} vandaag={inAmsterdam(now).datum} regio={regio} />
        ) : null}
        <Afleveringen attention={a} staff={staff} regio={regio} />
        {kanalen === null ? null : <Kanaaltegels {...{ kanalen, names, now, regio }} />}
        {principal.role === 'gemeente' ? (
          <Cijfer
            naar="/werkbak"
            aantal={count(a.werkbak)}
            wat={veelvoud(a.werkbak, 'verzoek wacht op uw besluit', 'verzoeken wachten op uw besluit')}
            toon={a.werkbak > 0 ? 'let-op' : 'rustig'}
          />
        ) : null}
        <Cijfer
          naar={`/termijnen?stand=verstreken${inRegio}`}
          aantal={count(a.overTijd)}
          wat={veelvoud(a.overTijd, 'termijn verstreken', 'termijnen verstreken')}
          toon={a.overTijd > 0 ? 'fout' : 'rustig'}
          bij={`${count(a.bijna)} verlopen binnen twee dagen`}
        />
        <Cijfer
          naar={`/signaalbudgetten?signaal=open${inRegio}`}
          aantal={count(a.budgetsignalen)}
          wat={veelvoud(
            a.budgetsignalen,
            'signaalbudget over de signaalgrens',
            'signaalbudgetten over de signaalgrens',
          )}
          toon={a.budgetsignalen > 0 ? 'let-op' : 'rustig'}
          bij="zonder vervolg"
        />
        {!staff ? null : queues === null ? (
          <Cijfer
            naar="/wachtrijen"
            aantal="?"
            wat="Redis antwoordt niet: de wachtrijen zijn niet te zien"
            toon="fout"
          />
        ) : (
          <>
            <Cijfer
              naar="/wachtrijen"
              aantal={count(zonderWerker.length)}
              wat={veelvoud(zonderWerker.length, 'regio zonder werkend proces', 'regio’s zonder werkend proces')}
              toon={zonderWerker.length > 0 ? 'fout' : 'rustig'}
              bij={zonderWerker.join(', ') || undefined}
            />
            <Cijfer
              naar="/wachtrijen"
              aantal={count(gepauzeerd.length)}
              wat={veelvoud(gepauzeerd.length, 'wachtrij gepauzeerd', 'wachtrijen gepauzeerd')}
              toon={gepauzeerd.length > 0 ? 'let-op' : 'rustig'}
              bij={gepauzeerd.join(', ') || undefined}
            />
          </>
        )}
      </ul>
    </Sectie>
  );
}

function Afleveringen(props: {
  readonly attention: Aandacht;
  readonly staff: boolean;
  readonly regio: string | undefined;
}): VNode {
  const { attention: a, staff, regio } = props;
  const veel = a.opTeHalen > OVERVIEW_MOST;
  return (
    <>
      <Cijfer
        naar={toMessages({ aflevering: 'onbevestigd', regio })}
        aantal={veel ? `meer dan ${count(OVERVIEW_MOST)}` : count(a.opTeHalen)}
        wat={nogNietBevestigd(a.opTeHalen, staff)}
        bij={
          a.oudsteOpTeHalen === null ? undefined : (
            <>
              de oudste van <Moment op={a.oudsteOpTeHalen} />
            </>
          )
        }
      />
      <Cijfer
        naar={toMessages({ aflevering: 'mislukt', regio })}
        aantal={count(a.mislukt)}
        wat={veelvoud(a.mislukt, 'bericht niet af te leveren', 'berichten niet af te leveren')}
        toon={a.mislukt > 0 ? 'fout' : 'rustig'}
      />
    </>
  );
}

function nogNietBevestigd(aantal: number, staff: boolean): string {
  return staff
    ? veelvoud(
        aantal,
        'bericht nog niet door zijn ontvanger bevestigd',
        'berichten nog niet door hun ontvanger bevestigd',
      )
    : veelvoud(aantal, 'bericht voor u nog niet bevestigd', 'berichten voor u nog niet bevestigd');
}
