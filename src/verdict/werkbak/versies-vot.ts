import { afgesprokenVoor } from '../../requests/afgesproken.ts';
import { type GevraagdProduct, leesGevraagd } from '../../requests/gevraagd.ts';
import { toekenningBinnenBudget } from '../../requests/uitkomst.ts';
import { versieMoment } from '../../requests/versie-moment.ts';
import type { Toewijzing } from '../../rules/kennis.ts';
import { signaalbudgetVan } from '../../signaalbudget/maximum.ts';
import { antwoordVerwijzing } from '../antwoord-id.ts';
import type { Anders, BesluitContext, Versies } from './invoer.ts';

/**
 * The toewijzing that honours one AangevraagdProduct: as asked, or as the gemeente decides otherwise (IV094). What is
 * within the fixed signaalbudget of its product gets that one; what the gemeente gives above it is its own choice.
 */
export function versiesVot(context: BesluitContext, anders: Anders, identificatie: string): Versies {
  const { invoer, partijen, record, kennis } = context;
  const gevraagd = leesGevraagd(invoer.verzoek).find((product) => product.referentie === record.referentie);
  if (gevraagd === undefined) return { kind: 'refused', reden: 'onbekend' };
  const inhoud = {
    gemeente: partijen.gemeente,
    aanbieder: partijen.aanbieder,
    client: record.client,
    nummer: invoer.nummers.toewijzingNummer(partijen.gemeente),
    categorie: anders.categorie ?? gevraagd.categorie,
    code: anders.code ?? gevraagd.code,
    ingangsdatum: anders.ingangsdatum ?? gevraagd.ingangsdatum,
    einddatum: anders.einddatum ?? gevraagd.einddatum,
    ...versieMoment(kennis.ontvangenOp, null),
    redenWijziging: null,
    ...omvangVan(gevraagd, anders, context),
    referentieAanbieder: gevraagd.referentie,
  };
  const toewijzing: Toewijzing = {
    ...inhoud,
    sleutel: invoer.nummers.sleutel(),
    berichtId: antwoordVerwijzing(identificatie),
    voorlopig: invoer.afspraken.retourVan(partijen.aanbieder) === 'eigen',
    signaalbudget: signaalbudgetVan(inhoud, invoer.afspraken),
  };
  const vast = toekenning(gevraagd, anders, context)?.signaalbudget ?? null;
  const versie: Toewijzing =
    vast === null ? toewijzing : { ...toewijzing, signaalbudget: { soort: 'standaard', bedrag: vast } };
  return { kind: 'versions', versies: [versie], nieuw: [versie] };
}

function omvangVan(gevraagd: GevraagdProduct, anders: Anders, context: BesluitContext) {
  const { volume, eenheid, frequentie, budget } = anders;
  if (budget !== null && volume === null) return { volume: null, eenheid: null, frequentie: null, budget };
  const omvang = toekenning(gevraagd, anders, context)?.omvang ?? gevraagd.omvang;
  return {
    volume: volume ?? omvang?.volume ?? null,
    eenheid: eenheid ?? omvang?.eenheid ?? null,
    frequentie: frequentie ?? omvang?.frequentie ?? null,
    budget: budget ?? gevraagd.budget,
  };
}

/** The fixed signaalbudget, where the gemeente says nothing of its own about how much. */
function toekenning(gevraagd: GevraagdProduct, anders: Anders, { partijen, invoer }: BesluitContext) {
  const eigenKeus = [anders.volume, anders.eenheid, anders.frequentie, anders.budget, anders.code, anders.categorie];
  if (eigenKeus.some((veld) => veld !== null)) return null;
  return toekenningBinnenBudget(gevraagd, afgesprokenVoor(gevraagd, partijen, invoer.afspraken));
}
