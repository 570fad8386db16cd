import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import type { Groep } from '../../xml/tree.ts';
import { lijstVan, waardeVan } from '../../xml/tree.ts';
import type { Omgeving, Regel } from '../regel.ts';
import { fout, GOED } from './toetsvorm.ts';
import { clientVan } from './toewijzing-bij.ts';

/**
 * A client is known by a toewijzing. No rule says in so many words that the ToewijzingNummer of a line must be one of
 * this client; checked as a pair with the Bsn, and told on the client (TR304; derived, no rule says it in so many
 * words).
 */
export const CLIENT_REGELS: readonly Regel[] = [
  {
    code: 'TR304',
    releases: ['2.3', '3.2'],
    berichten: ['JW303', 'JW323'],
    klasse: 'Client',
    niveau: 3,
    retourcode: '8187',
    kennis: 'T',
    toets(klasse, omgeving) {
      const client = clientVan(klasse, omgeving);
      if (omgeving.kennis.toewijzingenVan(client).length === 0) return fout('Bsn');
      return lijstVan(klasse.waarden, 'Prestaties/Prestatie').some((p) => isVanAnder(p, client, omgeving))
        ? fout('Bsn')
        : GOED;
    },
  },
];

function isVanAnder(prestatie: Groep, client: ClientSleutel, { kennis }: Omgeving): boolean {
  const nummer = waardeVan(prestatie, 'ToewijzingNummer');
  if (nummer === undefined) return false;
  const toewijzing = kennis.toewijzing(Number(nummer));
  return toewijzing !== undefined && toewijzing.client !== client;
}
