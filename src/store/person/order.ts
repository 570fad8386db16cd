import { zonderBsn } from '../../xml/bsn-in-tekst.ts';
import type { Erased, PersonFile, PersonStore } from './contract.ts';

/** What the command line asks about a child. */
export interface PersonOrder {
  readonly what: 'export' | 'erase' | 'erase --dry-run';
  readonly bsn: string;
  readonly reden: string;
}

export function onPerson(store: PersonStore, order: PersonOrder, now: Date): Promise<PersonFile | Erased> {
  const { what, bsn } = order;
  const reden = zonderBsn(order.reden);
  const asked = { bsn, reden, now, by: { door: 'opdrachtregel', doorNaam: `client ${what}` } };
  return what === 'export' ? store.showPerson(asked) : store.erasePerson(asked, what !== 'erase');
}
