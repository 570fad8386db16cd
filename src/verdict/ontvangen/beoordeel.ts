import type { Bevinding } from '../../findings/bevinding.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import { doorTeLeveren } from '../leveren.ts';
import { eigenClaims, kop } from '../opbouw.ts';
import type { AntwoordZegt, Verdict } from '../verdict.ts';
import { beslechting, zegtVan } from './beslechting.ts';
import { weigerCodes } from './codes.ts';
import { hoortBij } from './hoort-bij.ts';

/**
 * A retourbericht, JW325 or JW304 that came in: from a party that answers by a system of its own. Matched with what it
 * answers it is relayed and settles what was provisional; else it is refused (`POORT-RETOUR`), stored and not delivered.
 */
export function beoordeelOntvangenAntwoord(invoer: BeoordeelInvoer): Verdict {
  const { bericht, oordeel, afspraken, kennis } = invoer;
  const onjuist =
    oordeel.niveau === null
      ? null
      : 'Dit antwoord is niet juist; zie de andere bevindingen. Stuur een verbeterd antwoord.';
  const bezwaar = hoortBij(bericht, kennis.beantwoord, afspraken.retourVan(partijenVan(bericht).zender)) ?? onjuist;
  const beantwoord = bezwaar === null ? kennis.beantwoord : null;
  const gevolgen = beantwoord === null ? null : beslechting(invoer, beantwoord);
  const { mutaties = [], signalen = [] } = gevolgen ?? {};
  return {
    ...kop(invoer),
    status: gevolgen === null ? 'afgekeurd' : 'goedgekeurd',
    bevindingen: [...oordeel.bevindingen, ...(bezwaar === null ? [] : [bevinding(bezwaar)])],
    claims: eigenClaims(invoer),
    mutaties,
    antwoorden: [],
    doorgeleverdAan: gevolgen === null ? [] : doorTeLeveren(bericht, afspraken),
    signalen,
    ...(beantwoord === null ? {} : zegtEnWaarom(bericht, zegtVan(bericht, beantwoord))),
  };
}

function zegtEnWaarom(antwoord: Bericht, zegt: AntwoordZegt): Pick<Verdict, 'zegt' | 'zegtCodes'> {
  const codes = zegt === 'aangenomen' ? [] : weigerCodes(antwoord);
  return codes.length === 0 ? { zegt } : { zegt, zegtCodes: codes };
}

function bevinding(melding: string): Bevinding {
  const plaats = { pad: '/Bericht/Header', lijn: null, kolom: null };
  return { niveau: 0, regel: 'POORT-RETOUR', retourcode: null, ernst: 'fout', ...plaats, melding };
}
