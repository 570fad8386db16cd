import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { type GewenstPakket, leesGewenst } from '../../requests/gewenst.ts';
import { verschuif } from '../../requests/verschuiving.ts';
import { versieMoment } from '../../requests/versie-moment.ts';
import { inhoudVan, wijzigingVoor } from '../../requests/wijziging.ts';
import { isVerwijderd, toewijzingMet } from '../../rules/history/client.ts';
import { signaalbudgetVan } from '../../signaalbudget/maximum.ts';
import { antwoordVerwijzing } from '../antwoord-id.ts';
import { dagtekening } from '../opbouw.ts';
import { toewijzingSleutel } from '../toewijzing/toewijzing-sleutel.ts';
import type { BesluitContext, Versies } from './invoer.ts';

/**
 * What honouring a JW317 brings: every toewijzing of the package carries its ReferentieAanbieder, changed or not (IV093,
 * IV097), taken over one to one (OP348). `vanaf`: the day to which wanted days that have passed move, by agreement.
 */
export function versiesVow(context: BesluitContext, vanaf: string | null, identificatie: string): Versies {
  const { kennis, record } = context;
  const zoek = (nummer: number) => {
    const bekend = toewijzingMet(nummer, record.client, kennis);
    return bekend === undefined || isVerwijderd(bekend) ? undefined : bekend;
  };
  const pakket = pakketVan(context, vanaf, zoek);
  if (pakket === null) return { kind: 'refused', reden: 'verschuiven-vooraf' };
  const ongewijzigd = pakket.ongewijzigd.map(zoek);
  const teWijzigen = pakket.teWijzigen.map((wens) => ({ wens, bestaand: zoek(wens.nummer) }));
  if (ongewijzigd.includes(undefined) || teWijzigen.some(({ bestaand }) => bestaand === undefined)) {
    return { kind: 'refused', reden: 'toewijzing-weg' };
  }

  const maak = nieuweVersie(context, identificatie);
  const versies: Toewijzing[] = ongewijzigd.flatMap((t) => (t === undefined ? [] : [{ ...t, redenWijziging: null }]));
  const nieuw: Toewijzing[] = [];
  for (const { wens, bestaand } of teWijzigen) {
    if (bestaand === undefined) continue;
    const wijziging = wijzigingVoor(bestaand, wens);
    if (wijziging.bestaand.redenWijziging === null) versies.push({ ...bestaand, redenWijziging: null });
    else nieuw.push(maak.gewijzigd(bestaand, wijziging.bestaand));
    const { categorie, code } = bestaand;
    if (wijziging.opvolger !== null) nieuw.push(maak.nieuw({ categorie, code, ...wijziging.opvolger }));
  }
  for (const wens of pakket.nieuw) {
    nieuw.push(maak.nieuw({ categorie: wens.categorie, code: wens.code, ...inhoudVan(wens) }));
  }
  const alle = [...versies, ...nieuw].map((t): Toewijzing => ({ ...t, referentieAanbieder: record.referentie }));
  return { kind: 'versions', versies: alle, nieuw: alle.slice(versies.length) };
}

function pakketVan(
  { invoer, kennis }: BesluitContext,
  vanaf: string | null,
  zoek: (nummer: number) => Toewijzing | undefined,
): GewenstPakket | null {
  const gevraagd = leesGewenst(invoer.verzoek);
  if (vanaf === null) return gevraagd;
  return verschuif(gevraagd, vanaf, dagtekening(kennis), (nummer) => zoek(nummer)?.ingangsdatum);
}

type NieuweInhoud = Pick<
  Toewijzing,
  'categorie' | 'code' | 'ingangsdatum' | 'einddatum' | 'volume' | 'eenheid' | 'frequentie' | 'budget'
>;

function nieuweVersie({ invoer, kennis, partijen, record }: BesluitContext, identificatie: string) {
  const { afspraken, nummers } = invoer;
  const door = {
    berichtId: antwoordVerwijzing(identificatie),
    voorlopig: afspraken.retourVan(partijen.aanbieder) === 'eigen',
  };
  return {
    /** Only another omvang or Budget sets another signaalbudget. */
    gewijzigd(bestaand: Toewijzing, wijziging: Partial<Toewijzing>): Toewijzing {
      const versie = { ...bestaand, ...wijziging, ...versieMoment(kennis.ontvangenOp, bestaand), ...door };
      const evenveel = versie.volume === bestaand.volume && versie.budget === bestaand.budget;
      return evenveel ? versie : { ...versie, signaalbudget: signaalbudgetVan(versie, afspraken) };
    },
    nieuw(inhoud: NieuweInhoud): Toewijzing {
      const nieuw = {
        ...inhoud,
        ...door,
        gemeente: partijen.gemeente,
        aanbieder: partijen.aanbieder,
        client: record.client,
        nummer: nummers.toewijzingNummer(partijen.gemeente),
        ...versieMoment(kennis.ontvangenOp, null),
        redenWijziging: null,
        referentieAanbieder: record.referentie,
      };
      const versie = { ...nieuw, sleutel: toewijzingSleutel(nieuw) };
      return { ...versie, signaalbudget: signaalbudgetVan(versie, afspraken) };
    },
  };
}
