import type { PrestatieRecord } from '../../dossier/prestatie.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';
import { debetBij, partijenBij } from './debet-bij.ts';
import { prestatieVan } from './prestatie.ts';
import { clientVan, toewijzingBij } from './toewijzing-bij.ts';

/**
 * What a Prestatie of a JW323 or JW303 that got no retourcode is in the running state, and what the verdict books:
 * `toegekend`, or `voorlopig` when the gemeente composes its own answers (docs/decisions/who-answers.md).
 */
export function prestatieRecordVan(klasse: Klasse, omgeving: Omgeving): PrestatieRecord {
  const prestatie = prestatieVan(klasse);
  const { gemeente } = partijenBij(omgeving);
  // Field by field: copying the line with a spread is a hundred times slower, and a message may hold 30,000 lines.
  return {
    referentie: prestatie.referentie,
    vorigeReferentie: prestatie.vorigeReferentie,
    toewijzing: prestatie.debetCredit === 'C' ? vanDebet(klasse, omgeving) : vanToewijzing(klasse, omgeving),
    toewijzingNummer: prestatie.toewijzingNummer,
    client: clientVan(klasse, omgeving),
    categorie: prestatie.categorie,
    code: prestatie.code,
    begin: prestatie.begin,
    einde: prestatie.einde,
    volume: prestatie.volume,
    eenheid: prestatie.eenheid,
    tarief: prestatie.tarief,
    bedrag: prestatie.bedrag,
    debetCredit: prestatie.debetCredit,
    stand: omgeving.afspraken.retourVan(gemeente) === 'eigen' ? 'voorlopig' : 'toegekend',
    berichtId: omgeving.kennis.berichtId,
  };
}

/**
 * A credit gives back to the toewijzing that its debet used. That of a refused line of a factuur (iJW 2.3) only takes back
 * the invoice: the line never used anything, so the credit counts on no toewijzing.
 */
function vanDebet(klasse: Klasse, omgeving: Omgeving): string | null {
  const debet = debetBij(klasse, omgeving);
  return debet.kind === 'granted' || debet.kind === 'provisional' ? debet.debet.toewijzing : null;
}

function vanToewijzing(klasse: Klasse, omgeving: Omgeving): string | null {
  return toewijzingBij(klasse, omgeving)?.sleutel ?? null;
}
