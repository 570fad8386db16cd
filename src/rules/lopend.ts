import { MESSAGES } from '../standard/messages/index.ts';
import { waardeVan } from '../xml/tree.ts';
import { prestatieRecordVan } from './declaration/prestatie-opname.ts';
import type { Klasse } from './klasse.ts';
import type { Lopend, Omgeving } from './regel.ts';
import { bekendRecord, regieRecordVan } from './regie.ts';

export function leegLopend(): Lopend {
  return { regie: [], verwijderd: [], prestaties: [] };
}

/** Takes up a klasse that nothing refused, so that the klassen after it see what it did. */
export function neemOp(klasse: Klasse, omgeving: Omgeving): void {
  if (klasse.naam === 'StartProduct' || klasse.naam === 'StopProduct') neemRegieOp(klasse, omgeving);
  else if (klasse.naam === 'Prestatie') neemPrestatieOp(klasse, omgeving);
}

function neemRegieOp(klasse: Klasse, omgeving: Omgeving): void {
  const { lopend } = omgeving;
  const record = regieRecordVan(klasse, omgeving);
  if (waardeVan(klasse.waarden, 'StatusAanlevering') !== '3') {
    lopend.regie.push(record);
    return;
  }
  const bedoeld = bekendRecord(record, omgeving);
  if (bedoeld !== undefined) lopend.verwijderd.push(bedoeld);
}

/** Only what is declared counts: the lines of an answer (JW325, JW304) book nothing. */
function neemPrestatieOp(klasse: Klasse, omgeving: Omgeving): void {
  if (MESSAGES[omgeving.bericht.type].declaratie !== null)
    omgeving.lopend.prestaties.push(prestatieRecordVan(klasse, omgeving));
}
