import type { BeantwoordBericht } from '../../dossier/beantwoord.ts';
import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { kenmerkVeld } from '../../xml/kenmerk.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Gevolgen } from '../gevolgen.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { Mutatie } from '../verdict.ts';
import { waardenBij } from '../waarden-bij.ts';
import { heenVan } from './hoort-bij.ts';

/**
 * An aanbieder with a system of its own refused a JW301 or JW319: it counts as never sent, so the requests that it
 * answered are as they were before, and both parties are told. They wait in the werkbak again, where the gateway composes
 * for the gemeente.
 */
export function heropening({ bericht, kennis, afspraken }: BeoordeelInvoer, beantwoord: BeantwoordBericht): Gevolgen {
  if (!MESSAGES[heenVan(bericht, beantwoord).type].beslist) return {};
  const { gemeente, aanbieder } = partijenVan(bericht);
  const referenties = waardenBij(beantwoord.inhoud, 'ReferentieAanbieder')('ReferentieAanbieder');
  const heropend = referenties.flatMap((referentie) => {
    const record = kennis.verzoek(referentie);
    const was = record === undefined ? null : standErvoor(record, beantwoord);
    return record === undefined || was === null ? [] : [{ record, was }];
  });
  const mutaties = heropend.flatMap(({ record, was }): Mutatie[] => {
    const { referentie, soort, client } = record;
    const stand: Mutatie = { soort: 'verzoek-stand', referentie, ...was };
    if (afspraken.retourVan(gemeente) === 'eigen' || record.stand === 'onderzoek') return [stand];
    const item = { gemeente, aanbieder, referentie, soort, client, redenen: ['toewijzing-geweigerd'] };
    return [stand, { soort: 'werkbak', item }];
  });
  const identificatie = waardeVan(beantwoord.inhoud, 'Header/BerichtIdentificatie/Identificatie') ?? '';
  const weer = heropend.map(({ record }) => ` Verzoek ${kenmerkVeld(record.referentie)} is weer open.`).join('');
  const melding = `De aanbieder heeft ${beantwoord.type} ${kenmerkVeld(identificatie)} afgekeurd; het geldt als niet verstuurd.${weer}`;
  const signaal = {
    soort: 'afwijking',
    gemeente,
    aanbieder,
    toewijzingNummer: null,
    percentage: null,
    melding,
  } as const;
  return { mutaties, signalen: [signaal] };
}

/**
 * The state without that answer; null when it is another one that the request has now. That a request was looked into is
 * known by the JW319 that said so: iJW 2.3 has none, and what was refused there is open again.
 */
function standErvoor(
  { stand, antwoorden }: VerzoekRecord,
  { type, inhoud }: BeantwoordBericht,
): { readonly stand: 'open' | 'onderzoek'; readonly antwoorden: number } | null {
  if (type === 'JW301') {
    return stand === 'toegewezen' ? { stand: antwoorden > 0 ? 'onderzoek' : 'open', antwoorden } : null;
  }
  const gegeven = waardeVan(inhoud, 'Antwoord/VerzoekAntwoord') === '1' ? 'afgewezen' : 'onderzoek';
  if (stand !== gegeven) return null;
  const eerder = Math.max(0, antwoorden - 1);
  return { stand: eerder > 0 ? 'onderzoek' : 'open', antwoorden: eerder };
}
