import type { BeantwoordBericht, PrestatieRecord } from '../../rules/kennis.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import { groepVan, lijstVan, waardeVan } from '../../xml/tree.ts';
import type { Mutatie } from '../verdict.ts';
import { waardenBij } from '../waarden-bij.ts';

/** What an answer settles: the message as a whole, and then the lines that a JW325 or JW304 lists. */
export function beslechting(antwoord: Bericht, beantwoord: BeantwoordBericht, kennis: Kennis): Mutatie[] {
  const aanvaard = isAanvaard(antwoord);
  const geheel: Mutatie = { soort: 'definitief', beantwoordId: beantwoord.id, aanvaard };
  if (!aanvaard) return [geheel, ...vervallenVerzoeken(beantwoord)];
  const bekend = new Map(
    kennis.data.prestaties.filter((p) => p.berichtId === beantwoord.id).map((p) => [p.referentie, p]),
  );
  return [geheel, ...vermeldePrestaties(antwoord).flatMap((regel) => prestatieMutatie(regel, bekend))];
}

/** The requests of a JW315 or JW317 that the gemeente rejected: they wait for nothing any more. */
function vervallenVerzoeken({ type, inhoud }: BeantwoordBericht): Mutatie[] {
  if (type !== 'JW315' && type !== 'JW317') return [];
  return waardenBij(
    inhoud,
    'ReferentieAanbieder',
  )('ReferentieAanbieder').map((referentie) => ({
    soort: 'verzoek-stand',
    referentie,
    stand: 'afgewezen',
    antwoorden: 0,
  }));
}

/**
 * A retourbericht accepts by having no RetourCodes in its header (section 3.2). A JW325 or JW304 has always codes there;
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

function codesIn({ inhoud }: Bericht, klasse: string): readonly string[] {
  const codes = groepVan(inhoud, `${klasse}/RetourCodes`)?.RetourCode;
  return Array.isArray(codes) ? (codes as readonly string[]) : [];
}

function vermeldePrestaties({ type, inhoud }: Bericht): readonly Groep[] {
  if (type !== 'JW325' && type !== 'JW304') return [];
  const clienten = lijstVan(inhoud, type === 'JW325' ? 'DeclaratieAntwoord/Clienten/Client' : 'Clienten/Client');
  return clienten.flatMap((client) => lijstVan(client, 'Prestaties/Prestatie'));
}

/**
 * A listed line is refused. Only in a JW304 may it be granted for a lower amount (section A7 of iJW 2.3), which
 * ToegekendBedrag tells.
 */
function prestatieMutatie(regel: Groep, bekend: ReadonlyMap<string, PrestatieRecord>): Mutatie[] {
  const prestatie = bekend.get(waardeVan(regel, 'ProductReferentie/ReferentieNummer') ?? '');
  if (prestatie === undefined) return [];
  const bedrag = Number(waardeVan(regel, 'ToegekendeBedragPrestatie/ToegekendBedrag/Bedrag') ?? 0);
  const wordt: PrestatieRecord =
    bedrag > 0 ? { ...prestatie, bedrag, stand: 'toegekend' } : { ...prestatie, stand: 'afgewezen' };
  return [{ soort: 'prestatie', prestatie: wordt }];
}
