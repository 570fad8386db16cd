import type { Release } from '../../../standard/message-types.ts';
import type { Sjabloon } from '../../scenario.ts';
import { met } from '../../wijzig.ts';
import { inhoud, NIEUW, OUD } from '../content/inhoud.ts';
import { prestatiesIn } from '../content/prestaties.ts';

/** An answer of a gemeente with a system of its own against the declaratie that it answers. */

const ANTWOORDEN: readonly (readonly ['JW325' | 'JW304', readonly Release[]])[] = [
  ['JW325', NIEUW],
  ['JW304', OUD],
];
const CLIENT = { JW325: 'DeclaratieAntwoord/Clienten/Client[1]', JW304: 'Clienten/Client[1]' };

const jw325 = (regel: string, pad: string, waarde: string): Sjabloon =>
  inhoud(regel, 'JW325', NIEUW, (b) => met(b, [pad, waarde]));

export const ANTWOORD_HISTORIE: readonly Sjabloon[] = [
  jw325('TR337', 'Header/DeclaratieIdentificatie/Identificatie', 'ONBEKEND'),
  jw325('TR371', 'Header/XsdVersieDeclaratie/BerichtXsdVersie', '9.9.9'),
  jw325('TR376', 'DeclaratieAntwoord/DeclaratieNummer', 'ONBEKEND'),
  inhoud('IV056', 'JW304', OUD, (b) =>
    met(b, ['Header/DeclaratieFactuurIdentificatie/DeclarantFactuurNummer', 'ONBEKEND']),
  ),
  ...ANTWOORDEN.flatMap(([type, releases]) => [
    inhoud('TR304', type, releases, (b, d) => met(b, [`${CLIENT[type]}/Bsn`, d.anderBsn])),
    inhoud('TR366', type, releases, (b) =>
      met(b, [`${prestatiesIn(b)}[1]/ProductReferentie/ReferentieNummer`, 'ONBEKEND']),
    ),
    inhoud('TR367', type, releases, (b) => met(b, [`${prestatiesIn(b)}[1]/ProductCode`, '45A03'])),
  ]),
];
