import type { BeantwoordBericht } from '../../dossier/beantwoord.ts';
import { claimsVan } from '../../rules/claims.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { below, type ElementPath } from '../../standard/path.ts';
import { linesOf } from '../../xml/lines.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import type { Gevolgen } from '../gevolgen.ts';
import { samen } from '../gevolgen.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { AntwoordZegt, Mutatie } from '../verdict.ts';
import { waardenBij } from '../waarden-bij.ts';
import { OPGENOMEN } from './codes.ts';
import { heropening } from './heropening.ts';
import { heenVan } from './hoort-bij.ts';
import { vermeldeRegels } from './vermelde-regels.ts';

/** What an answer settles: the message as a whole, and then the lines that a JW325 or JW304 lists. */
export function beslechting(invoer: BeoordeelInvoer, beantwoord: BeantwoordBericht): Gevolgen {
  const { bericht, kennis } = invoer;
  const aanvaard = isAanvaard(bericht);
  const geheel: Mutatie = { soort: 'definitief', beantwoordId: beantwoord.id, aanvaard };
  if (aanvaard) return { mutaties: [geheel, ...vermeldeRegels(bericht, beantwoord, kennis)] };
  return samen([{ mutaties: [geheel, ...vrijgegeven(bericht, beantwoord)] }, heropening(invoer, beantwoord)]);
}

/**
 * A refused message counts as never sent (docs/decisions/return-messages.md): its references and numbers may be used
 * again, but not its Identificatie.
 */
function vrijgegeven(antwoord: Bericht, beantwoord: BeantwoordBericht): Mutatie[] {
  const heen = heenVan(antwoord, beantwoord);
  const { gemeente } = partijenVan(heen);
  const elementen = MESSAGES[heen.type].claims.map(({ element }) => element);
  return claimsVan(heen, waardenBij(heen.inhoud, ...elementen)).map(({ soort, sleutel, waarde }): Mutatie => {
    // A number that was given to the wrong client can be given to the right one, once the mistake was refused.
    if (soort === 'toewijzing') return { soort: 'nummer-vrij', gemeente, nummer: Number(waarde), sleutel };
    return { soort: 'claim-vrij', claim: { sleutel, eigenaar: beantwoord.id } };
  });
}

/**
 * A retourbericht accepts by having no RetourCodes in its header (IV028). A JW325 or JW304 has always codes there;
 * 0200 and 8001 mean that the declaratie was taken up.
 */
function isAanvaard(antwoord: Bericht): boolean {
  const codes = [...codesIn(antwoord, 'Header'), ...codesIn(antwoord, 'DeclaratieAntwoord')];
  return (
    codes.every((code) => OPGENOMEN.has(code)) &&
    (MESSAGES[antwoord.type].aard === 'declaratie-antwoord' || codes.length === 0)
  );
}

/** What it says of the message that it answers: that all, a part or nothing of it was taken up. */
export function zegtVan(antwoord: Bericht, beantwoord: BeantwoordBericht): AntwoordZegt {
  if (!isAanvaard(antwoord)) return 'geweigerd';
  // A JW325 or JW304 lists what was not granted as it was asked, and only that.
  const genoemd = linesOf(antwoord).length;
  if (genoemd === 0 || MESSAGES[antwoord.type].aard !== 'declaratie-antwoord') return 'aangenomen';
  // A credit and the line in its place may make nothing together, and are granted all the same.
  if (genoemd < linesOf(heenVan(antwoord, beantwoord)).length) return 'deels';
  const { inhoud } = antwoord;
  const toegekend =
    waardeVan(inhoud, 'DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag') ??
    waardeVan(inhoud, 'Header/RetourBedragen/ToegekendTotaalBedrag/TotaalBedrag');
  return Number(toegekend ?? 0) === 0 ? 'geweigerd' : 'deels';
}

/** RetourCodes of a class in the answer. */
export function codesIn({ inhoud }: Bericht, klasse: ElementPath): readonly string[] {
  const codes = groepVan(inhoud, below(klasse, 'RetourCodes'))?.RetourCode;
  return Array.isArray(codes) ? (codes as readonly string[]) : [];
}
