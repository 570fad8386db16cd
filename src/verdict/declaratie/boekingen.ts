import type { DeclaratieRecord } from '../../dossier/declaratie.ts';
import type { PrestatieRecord } from '../../dossier/prestatie.ts';
import { prestatieVan } from '../../rules/declaration/prestatie.ts';
import { prestatieRecordVan } from '../../rules/declaration/prestatie-opname.ts';
import { klassenVan } from '../../rules/klasse.ts';
import type { Omgeving } from '../../rules/regel.ts';
import type { ElementPath } from '../../standard/path.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { Mutatie } from '../verdict.ts';
import { declaratieNummer, declaratieWaarde } from './nummer.ts';

/** What a declaratie that was not rejected as a whole leaves behind: itself, its granted lines, credits first. */
export function boekingen(invoer: BeoordeelInvoer): Mutatie[] {
  const prestaties = [...invoer.oordeel.lopend.prestaties, ...afgewezenDebets(invoer)];
  return [
    { soort: 'declaratie', declaratie: declaratieRecord(invoer) },
    ...prestaties.map((prestatie): Mutatie => ({ soort: 'prestatie', prestatie })),
  ];
}

function declaratieRecord({ bericht, kennis }: BeoordeelInvoer): DeclaratieRecord {
  const waarde = (pad: ElementPath) => declaratieWaarde(bericht, pad);
  return {
    nummer: declaratieNummer(bericht),
    periodeBegin: waarde('DeclaratiePeriode/Begindatum'),
    periodeEinde: waarde('DeclaratiePeriode/Einddatum'),
    berichtId: kennis.berichtId,
    release: bericht.release,
  };
}

/**
 * Only iJW 2.3 tells the credit of a refused line (8853, and on a factuur none) from that of an unknown one (8017), so
 * only there refused debets are kept.
 */
function afgewezenDebets({ bericht, kennis, afspraken, oordeel }: BeoordeelInvoer): PrestatieRecord[] {
  if (bericht.type !== 'JW303') return [];
  const klassen = klassenVan(bericht);
  const omgeving: Omgeving = { bericht, klassen, kennis, afspraken, lopend: oordeel.lopend };
  return klassen
    .filter((k) => k.naam === 'Prestatie' && (oordeel.codes.has(k.pad) || oordeel.nietBeoordeeld.has(k.pad)))
    .filter((k) => prestatieVan(k).debetCredit === 'D' && !oordeel.codes.get(k.pad)?.includes('8021'))
    .map((k) => ({ ...prestatieRecordVan(k, omgeving), stand: 'afgewezen' }));
}
