import type { NoticeKind } from '../gateway/people/subscriptions.ts';
import { type Notice, totalOf } from './notice.ts';

interface Words {
  readonly one: string;
  readonly more: string;
  /** The page that tells of it. */
  readonly page: string;
}

const WORDS: Readonly<Record<NoticeKind, Words>> = {
  signaalbudget: { one: 'signaalbudget raakt op', more: 'signaalbudgetten raken op', page: '/signaalbudgetten' },
  termijn: {
    one: 'termijn loopt af of is verstreken',
    more: 'termijnen lopen af of zijn verstreken',
    page: '/termijnen',
  },
  afwijking: { one: 'afwijking', more: 'afwijkingen', page: '/' },
  aflevering: { one: 'signaal over de aflevering', more: 'signalen over de aflevering', page: '/kanalen' },
  wachtrij: { one: 'signaal over een wachtrij', more: 'signalen over wachtrijen', page: '/wachtrijen' },
  vastgelopen: {
    one: 'bericht is vastgelopen',
    more: 'berichten zijn vastgelopen',
    page: '/berichten?status=vastgelopen',
  },
};

type Link = (path: string) => string;

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** A mail in plain Dutch; `pageUrl` is where people open the pages, null where that is not known. */
export function mailText(notice: Notice, pageUrl: string | null): MailText {
  const { counts, day, subscription, trial } = notice;
  const link: Link = (path) => (pageUrl === null ? `pagina ${path}` : pageUrl + path);
  const total = totalOf(notice);
  const [only] = counts;
  const summary = counts.size === 1 && only !== undefined ? counted(...only) : `${total} signalen`;
  const lines = [
    ...(trial ? ['Dit is een proef, gevraagd op de pagina Abonnementen: de mail komt aan.', ''] : []),
    ...(day === null ? [] : dayLines(day, link)),
    ...(total === 0 ? ['Er waren geen signalen.', ''] : [...counts].flatMap((each) => kindLines(notice, each, link))),
    'Deze mail bevat geen persoonsgegevens; de pagina’s tonen meer, na aanmelden.',
    `U krijgt hem door abonnement ${subscription}. Stoppen: ${link('/abonnementen')}, of vraag het de beheerder.`,
  ];
  const subject = trial
    ? 'proef van een abonnement'
    : day === null
      ? summary
      : `dagoverzicht van ${dutchDate(day.date)}`;
  return { subject: `ijw-gateway: ${subject}`, text: `${lines.join('\n')}\n` };
}

function counted(kind: NoticeKind, count: number): string {
  return `${count} ${WORDS[kind][count === 1 ? 'one' : 'more']}`;
}

function kindLines({ first }: Notice, [kind, count]: readonly [NoticeKind, number], link: Link): string[] {
  const own = first.filter((one) => one.kind === kind);
  const said = ({ id, melding }: (typeof own)[number]) =>
    melding ?? (kind === 'vastgelopen' ? link(`/berichten/${id}`) : `nummer ${id}`);
  const left = count - own.length;
  return [
    `${counted(kind, count)}: ${link(WORDS[kind].page)}`,
    ...own.map((one) => `  - ${said(one)}`),
    ...(left > 0 ? [`  - en nog ${left}`] : []),
    '',
  ];
}

function dayLines({ date, received, attention }: NonNullable<Notice['day']>, link: Link): string[] {
  const total = [...received.values()].reduce((sum, count) => sum + count, 0);
  const each = [...received].map(([status, count]) => `${count} ${status}`).join(', ');
  const now: readonly (readonly [number, string, string])[] = [
    [attention.vastgelopen, 'vastgelopen', '/berichten?status=vastgelopen'],
    [attention.mislukt, 'niet afgeleverd', '/kanalen'],
    [attention.overTijd, 'termijnen over tijd', '/termijnen?stand=verstreken'],
    [attention.bijna, 'termijnen die bijna aflopen', '/termijnen'],
    [attention.budgetsignalen, 'signalen van een budget waarop niemand iets deed', '/signaalbudgetten?signaal=open'],
    [attention.werkbak, 'verzoeken in de werkbak', '/werkbak'],
  ];
  const waits = now.filter(([count]) => count > 0).map(([count, what, page]) => `  - ${count} ${what}: ${link(page)}`);
  return [
    total === 0
      ? `Op ${dutchDate(date)} kwam er niets binnen.`
      : `Op ${dutchDate(date)} binnengekomen: ${total} berichten (${each}).`,
    ...(waits.length === 0 ? [] : ['Nu vraagt aandacht:', ...waits]),
    '',
  ];
}

function dutchDate(date: string): string {
  return date.split('-').reverse().join('-');
}
