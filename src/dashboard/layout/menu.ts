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
  { path: '/werkbak', tekst: 'Werkbak', action: 'werkbak.read' },
  { path: '/docs', tekst: 'API', action: 'docs.view' },
];

/** The address under which a page belongs in the menu: `/berichten/12` under `/berichten`. */
export function inMenu(path: string): string {
  return `/${path.split('/')[1] ?? ''}`;
}

export function menuFor(principal: Principal): readonly MenuItem[] {
  return MENU.filter(({ action }) => refusal(principal, action) !== 'role');
}
