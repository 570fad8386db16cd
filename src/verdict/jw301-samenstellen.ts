import type { Afspraken } from '../agreements/afspraken.ts';
import type { ClientSleutel } from '../dossier/client-sleutel.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import { clientUitVerzoek, metLandCode } from '../replies/client-gegevens.ts';
import { stelToewijzingSamen } from '../replies/jw301.ts';
import { herhaaldProduct, toegewezenProduct } from '../replies/toegewezen-product.ts';
import { actueelOp } from '../requests/actueel.ts';
import { judgeContent } from '../rules/judge.ts';
import type { Kennis } from '../rules/kennis-lookups.ts';
import { inAmsterdam } from '../standard/datum.ts';
import type { Release } from '../standard/message-types.ts';
import { validateInhoud } from '../standard/validate.ts';
import type { Bericht, Groep } from '../xml/tree.ts';
import { dagtekening } from './opbouw.ts';
import { bezwarenTegen } from './samenstelling.ts';

export interface Jw301Opdracht {
  readonly release: Release;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly client: ClientSleutel;
  readonly identificatie: string;
  /** New and changed; at least one. */
  readonly versies: readonly Toewijzing[];
  /** Where Client may come from, best first. */
  readonly clienten: readonly Groep[];
  /** Carried by the others as well: an honoured JW317 is a whole (IV093). Null after anything else (IV094). */
  readonly referentieVanGeheel?: string | null;
}

export type Samengesteld =
  | { readonly kind: 'composed'; readonly bericht: Bericht }
  | { readonly kind: 'no-client' }
  /** The other current toewijzingen are no valid message by themselves. */
  | { readonly kind: 'others-invalid' }
  /** New and others are each valid, but not in one message: they stack. */
  | { readonly kind: 'together-invalid'; readonly bezwaren: readonly Bevinding[] }
  | { readonly kind: 'invalid'; readonly bericht: Bericht; readonly bezwaren: readonly Bevinding[] };

/**
 * A JW301 in the name of the gemeente: these versions, and the other current toewijzingen of the client unchanged (OP087),
 * judged by our own rules in this context.
 */
export function stelJw301Samen(opdracht: Jw301Opdracht, kennis: Kennis, afspraken: Afspraken): Samengesteld {
  const { gemeente: afzender, aanbieder: ontvanger, release, identificatie, versies, clienten } = opdracht;
  const datum = dagtekening(kennis);
  const kop = { release, afzender, ontvanger, identificatie, dagtekening: datum };
  const eigen = versies.map(toegewezenProduct);
  const met = (client: Groep, producten: readonly Groep[]) => stelToewijzingSamen({ ...kop, client, producten });
  // What was kept may be of another release, or of before a rule, and not fit this one.
  const bronnen = clienten.map(metLandCode);
  const client = bronnen.find((gegevens) => past(met(gegevens, eigen), kennis)) ?? bronnen[0];
  if (client === undefined) return { kind: 'no-client' };

  const bedoeld = new Set(versies.map((versie) => versie.sleutel));
  const andere = actueelOp(datum, kennis.toewijzingenVan(opdracht.client)).filter((t) => !bedoeld.has(t.sleutel));
  const overige = andere.map((t) => herhaaldProduct(t, opdracht.referentieVanGeheel ?? null));
  const bericht = met(client, [...eigen, ...overige]);
  const bezwaren = bezwarenTegen(bericht, kennis, afspraken);
  if (bezwaren.length === 0) return { kind: 'composed', bericht };
  const tegenEigen = bezwarenTegen(met(client, eigen), kennis, afspraken);
  if (tegenEigen.length > 0) return { kind: 'invalid', bericht, bezwaren: tegenEigen };
  const overigeGoed = bezwarenTegen(met(client, overige), kennis, afspraken).length === 0;
  return overigeGoed ? { kind: 'together-invalid', bezwaren } : { kind: 'others-invalid' };
}

/**
 * Whether this Client can stand in a message of this release: by the schema, and by the rules about what a Client says of
 * itself. Those about its products are no reason to take another Client.
 */
function past(bericht: Bericht, { ontvangenOp }: Kennis): boolean {
  const { release, type, inhoud } = bericht;
  if (validateInhoud(release, type, inhoud).length > 0) return false;
  const dag = inAmsterdam(ontvangenOp).datum;
  return judgeContent(bericht, dag).bevindingen.every(({ pad }) => pad?.includes('Toegewezen'));
}

/**
 * Where the Client of a JW301 may come from: the latest accepted one, else the request and the postadres of the gemeente
 * (docs/decisions/composed-jw301.md). A JW317 tells no name.
 */
export function clientBronnen(
  wie: { readonly gemeente: string; readonly client: ClientSleutel },
  verzoek: Bericht | null,
  kennis: Kennis,
  afspraken: Afspraken,
): Groep[] {
  const bewaard = kennis.clientGegevens(wie.client);
  const postadres = afspraken.gemeente(wie.gemeente)?.postadres;
  const naam = verzoek?.type === 'JW315' ? verzoek.inhoud : undefined;
  const uitVerzoek = postadres === undefined || naam === undefined ? undefined : clientUitVerzoek(naam, postadres);
  return [bewaard, uitVerzoek].filter((gegevens) => gegevens !== undefined);
}
