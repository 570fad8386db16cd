import type { AntwoordGegevens } from '../../replies/declaratie/antwoord-gegevens.ts';
import { stelJw304Samen } from '../../replies/declaratie/jw304.ts';
import { stelJw325Samen } from '../../replies/declaratie/jw325.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import { alsAntwoord } from '../leveren.ts';
import { dagtekening } from '../opbouw.ts';
import { gekeurd, gekeurdOpInhoud } from '../samenstelling.ts';
import type { Antwoord } from '../verdict.ts';

/**
 * The JW325 or JW304 on this declaratie, judged by our own rules beside the declaratie that it answers. Of one that is
 * only a Header the content alone is, as it repeats the header that something was wrong with.
 */
export function declaratieAntwoord(invoer: BeoordeelInvoer): Antwoord {
  const { bericht, kennis, afspraken, nummers, oordeel, regelsVersie } = invoer;
  const identificatie = nummers.identificatie();
  const gegevens: AntwoordGegevens = {
    declaratie: bericht,
    oordeel,
    identificatie,
    dagtekening: dagtekening(kennis),
    regelsVersie,
  };
  const antwoord = bericht.type === 'JW323' ? stelJw325Samen(gegevens) : stelJw304Samen(gegevens);
  const metLichaam = Object.keys(antwoord.inhoud).length > 1;
  if (metLichaam) {
    const { type, release, inhoud } = bericht;
    const beantwoord = { id: kennis.berichtId, type, release, alBeantwoord: false, inhoud };
    gekeurd(antwoord, { ...kennis, beantwoord }, afspraken);
  } else {
    gekeurdOpInhoud(antwoord, kennis, oordeel.bevindingen);
  }
  return { ...alsAntwoord(antwoord, afspraken), identificatie };
}
