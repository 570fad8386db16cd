import { type Action, refusal } from '../../access/actions.ts';
import type { Principal } from '../../access/principal.ts';

interface MenuItem {
  readonly path: string;
  readonly tekst: string;
  readonly action: Action;
}

/** In this order; what somebody may not use is not there. */
const MENU: readonly MenuItem[] = [
  { path: '/', tekst: 'Overzicht', action: 'page.view' },
  { path: '/berichten', tekst: 'Berichten', action: 'message.list' },
  { path: '/oorzaken', tekst: 'Oorzaken', action: 'cause.list' },
  { path: '/werkbak', tekst: 'Werkbak', action: 'werkbak.read' },
  { path: '/signaalbudgetten', tekst: 'Signaalbudgetten', action: 'budget.list' },
  { path: '/termijnen', tekst: 'Termijnen', action: 'term.list' },
  { path: '/inzicht', tekst: 'Inzicht', action: 'report.insight' },
  { path: '/afspraken', tekst: 'Afspraken', action: 'page.agreements' },
  { path: '/kanalen', tekst: 'Kanalen', action: 'channel.list' },
  { path: '/abonnementen', tekst: 'Abonnementen', action: 'subscription.list' },
  { path: '/wachtrijen', tekst: 'Wachtrijen', action: 'queue.view' },
  { path: '/sleutels', tekst: 'Sleutels', action: 'key.list' },
  { path: '/proberen', tekst: 'Proberen', action: 'message.try' },
  { path: '/docs', tekst: 'API', action: 'docs.view' },
];

/** The address under which a page belongs in the menu: `/berichten/12` under `/berichten`. */
export function inMenu(path: string): string {
  return `/${path.split('/')[1] ?? ''}`;
}

export function menuFor(principal: Principal): readonly MenuItem[] {
  return MENU.filter(({ action }) => refusal(principal, action) !== 'role');
}
