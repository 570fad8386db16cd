import type { Groep } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { declaratie } from '../../messages/declaratie.ts';
import { jw301, toegewezen, toegewezenLijst } from '../../messages/toewijzing.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { met } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW, OUD } from '../content/inhoud.ts';
import { prestatiesIn } from '../content/prestaties.ts';

/** Codes that the agreements do not have (TR381, CS329). */
const ONBEKEND = '45Z99';

/** A toewijzing of a categorie alone: what may be declared on it is open. Only iJW 3.2 has a Budget. */
export function aspecifiek(d: Decor, categorie = '45', budget = '500000'): Groep {
  const ruimte = d.release === '2.3' ? {} : { Budget: budget };
  return toegewezen(d, { Product: { Categorie: categorie }, Omvang: undefined, ...ruimte });
}

const gedeclareerd = (regel: string, releases: typeof BEIDE) =>
  sjabloon(regel, releases, (d) => {
    const goed = declaratie(d);
    const fout = met(goed, [`${prestatiesIn(goed)}[1]/ProductCode`, ONBEKEND]);
    return { voor: [jw301(d, [aspecifiek(d)])], goed, fout };
  });

export const PRODUCTCODE: readonly Sjabloon[] = [
  inhoud('TR381', 'JW301', BEIDE, (b) => met(b, [`${toegewezenLijst(b)}[2]/Product/Code`, ONBEKEND])),
  inhoud('TR381', 'JW305', BEIDE, (b) => met(b, ['Client/StartProducten/StartProduct[1]/Product/Code', ONBEKEND])),
  inhoud('TR381', 'JW307', BEIDE, (b) => met(b, ['Client/StopProducten/StopProduct[1]/Product/Code', ONBEKEND])),
  inhoud('TR381', 'JW315', BEIDE, (b) =>
    met(b, ['Client/AangevraagdeProducten/AangevraagdProduct[1]/Product/Code', ONBEKEND]),
  ),
  inhoud('TR381', 'JW317', NIEUW, (b) =>
    met(b, ['Client/Verzoek/NieuweProducten/NieuwProduct[1]/Product/Code', ONBEKEND]),
  ),
  gedeclareerd('TR381', NIEUW),
  gedeclareerd('CS329', OUD),
];
