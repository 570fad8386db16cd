import type { BeantwoordBericht } from '../../dossier/beantwoord.ts';
import { claimSleutel } from '../../rules/claims.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';
import { groepVan } from '../../xml/tree.ts';
import type { Gevolgen } from '../gevolgen.ts';
import { samen } from '../gevolgen.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { Mutatie } from '../verdict.ts';
import { waardenBij } from '../waarden-bij.ts';
import { heropening } from './heropening.ts';
import { vermeldeRegels } from './vermelde-regels.ts';

/** What an answer settles: the message as a whole, and then the lines that a JW325 or JW304 lists. */
export function beslechting(invoer: BeoordeelInvoer, beantwoord: BeantwoordBericht): Gevolgen {
  const { bericht, kennis } = invoer;
  const aanvaard = isAanvaard(bericht);
  const geheel: Mutatie = { soort: 'definitief', beantwoordId: beantwoord.id, aanvaard };
  if (aanvaard) return { mutaties: [geheel, ...vermeldeRegels(bericht, beantwoord, kennis)] };
  const vrij = [...vrijgegeven(bericht, beantwoord), ...vrijeNummers(bericht, beantwoord)];
  return samen([{ mutaties: [geheel, ...vrij] }, heropening(invoer, beantwoord)]);
}

/**
 * A refused message counts as never sent (docs/decisions/return-messages.md): its references and numbers may be used
 * again, but not its Identificatie.
 */
function vrijgegeven(antwoord: Bericht, { id: eigenaar, type, inhoud }: BeantwoordBericht): Mutatie[] {
  const { aanbieder } = partijenVan(antwoord);
  const sleutels: string[] = [];
  if (type === 'JW315' || type === 'JW317') {
    const referenties = waardenBij(inhoud, 'ReferentieAanbieder')('ReferentieAanbieder');
    sleutels.push(...referenties.map((referentie) => claimSleutel.referentieAanbieder(aanbieder, referentie)));
  }
  if (type === 'JW323' || type === 'JW303') {
    const uit = waardenBij(inhoud, 'DeclaratieNummer', 'DeclarantFactuurNummer', 'ReferentieNummer');
    const nummers = [...uit('DeclaratieNummer'), ...uit('DeclarantFactuurNummer')];
    sleutels.push(...nummers.map((nummer) => claimSleutel.declaratie(aanbieder, nummer)));
    sleutels.push(...uit('ReferentieNummer').map((referentie) => claimSleutel.prestatie(aanbieder, referentie)));
  }
  return sleutels.map((sleutel) => ({ soort: 'claim-vrij', claim: { sleutel, eigenaar } }));
}

/** A number that was given to the wrong client can be given to the right one, once the mistake was refused. */
function vrijeNummers(antwoord: Bericht, { type, inhoud }: BeantwoordBericht): Mutatie[] {
  if (type !== 'JW301') return [];
  const { gemeente } = partijenVan(antwoord);
  const nummers = waardenBij(inhoud, 'ToewijzingNummer')('ToewijzingNummer').map(Number);
  return nummers.map((nummer) => ({
    soort: 'nummer-vrij',
    gemeente,
    nummer,
    sleutel: claimSleutel.toewijzing(gemeente, nummer),
  }));
}

/**
 * A retourbericht accepts by having no RetourCodes in its header (IV028). A JW325 or JW304 has always codes there;
 * 0200 and 8001 mean that the declaratie was taken up.
 */
function isAanvaard(antwoord: Bericht): boolean {
  const codes = [...codesIn(antwoord, 'Header'), ...codesIn(antwoord, 'DeclaratieAntwoord')];
  return (
    codes.every((code) => code === '0200' || code === '8001') && (isDeclaratieAntwoord(antwoord) || codes.length === 0)
  );
}

function isDeclaratieAntwoord({ type }: Bericht): boolean {
  return type === 'JW325' || type === 'JW304';
}

/** RetourCodes of a class in the answer. */
export function codesIn({ inhoud }: Bericht, klasse: string): readonly string[] {
  const codes = groepVan(inhoud, `${klasse}/RetourCodes`)?.RetourCode;
  return Array.isArray(codes) ? (codes as readonly string[]) : [];
}
