import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import { vergelijkDatums } from '../../standard/datum.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { lijstVan, waardeVan } from '../../xml/tree.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import { doorTeLeveren } from '../leveren.ts';
import { goedgekeurd, partijRetour } from '../opbouw.ts';
import { signaalAangevraagd } from '../signaal-stand.ts';
import type { Mutatie, Verdict } from '../verdict.ts';
import { openVerzoek, verzoekClaims } from './records.ts';

/**
 * An accepted JW317: it never goes automatically but waits for the gemeente, as a whole (OP344;
 * docs/decisions/requests.md). A gemeente with a system of its own decides there.
 */
export function beoordeelVow(invoer: BeoordeelInvoer): Verdict {
  const { bericht, kennis, afspraken } = invoer;
  const verzoek = openVerzoek(bericht, kennis, gevraagd(invoer));
  return goedgekeurd(invoer, {
    claims: verzoekClaims(bericht, [verzoek], kennis),
    mutaties: [
      { soort: 'verzoek', verzoek },
      ...(partijRetour(invoer) === 'eigen' ? [] : [werkbak(invoer, verzoek)]),
      ...signaalAangevraagd(bericht, kennis),
    ],
    doorgeleverdAan: doorTeLeveren(bericht, afspraken),
  });
}

function gevraagd({ bericht }: BeoordeelInvoer): { referentie: string; ingangsdatum: string } {
  const producten = [
    ...lijstVan(bericht.inhoud, 'Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct'),
    ...lijstVan(bericht.inhoud, 'Client/Verzoek/NieuweProducten/NieuwProduct'),
  ];
  const datums = producten.map((product) => waardeVan(product, 'GewensteIngangsdatum') ?? '').sort(vergelijkDatums);
  const referentie = waardeVan(bericht.inhoud, 'Client/Verzoek/ReferentieAanbieder') ?? '';
  return { referentie, ingangsdatum: datums[0] ?? '' };
}

function werkbak({ bericht }: BeoordeelInvoer, { referentie, client }: VerzoekRecord): Mutatie {
  const { gemeente, aanbieder } = partijenVan(bericht);
  const redenen = ['verzoek-om-wijziging'];
  return { soort: 'werkbak', item: { gemeente, aanbieder, referentie, soort: 'VOW', client, redenen } };
}
