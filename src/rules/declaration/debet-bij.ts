import type { PrestatieRecord } from '../../dossier/prestatie.ts';
import { groepeer } from '../../standard/groepeer.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';
import { onthoud, onthoudPerBericht } from './onthoud.ts';
import { type PrestatieRegel, prestatieVan } from './prestatie.ts';
import { clientVan } from './toewijzing-bij.ts';

/** What a credit points at with VorigReferentieNummer. */
export type Debet =
  | { readonly kind: 'granted'; readonly debet: PrestatieRecord }
  /** The gemeente has not answered yet. */
  | { readonly kind: 'provisional'; readonly debet: PrestatieRecord }
  | { readonly kind: 'refused'; readonly debet: PrestatieRecord }
  /** Known, but this line is no copy of it (IV091): `element` is the first that differs. */
  | { readonly kind: 'other'; readonly debet: PrestatieRecord; readonly element: string }
  | { readonly kind: 'unknown' };

const geweigerden = onthoudPerBericht(({ kennis }) => {
  const geweigerd = kennis.data.prestaties.filter((p) => p.stand === 'afgewezen' && p.debetCredit === 'D');
  return groepeer(geweigerd, (p) => p.referentie);
});

/** The debet that a credit line takes back. */
export const debetBij = onthoud((klasse: Klasse, omgeving: Omgeving): Debet => {
  const credit = prestatieVan(klasse);
  const referentie = credit.vorigeReferentie ?? '';
  const geldig = omgeving.kennis.prestatie(referentie);
  const debetten = geldig?.debetCredit === 'D' ? [geldig] : (geweigerden(omgeving).get(referentie) ?? []);
  const client = clientVan(klasse, omgeving);
  const anders = (d: PrestatieRecord) => verschil(credit, d) ?? (d.client === client ? null : 'ToewijzingNummer');
  // A refused line leaves its number free: of more lines with one number it is the one that the credit copies.
  const debet = debetten.find((d) => anders(d) === null) ?? debetten.at(-1);
  if (debet === undefined) return { kind: 'unknown' };
  const element = anders(debet);
  if (element !== null) return { kind: 'other', debet, element };
  if (debet.stand === 'afgewezen') return { kind: 'refused', debet };
  return { kind: debet.stand === 'voorlopig' ? 'provisional' : 'granted', debet };
});

/**
 * A credit copies the debet in every field but the references and DebetCredit (IV091); null when it does.
 * A ToewijzingNummer that iJW 2.3 let both or one of them leave out says nothing.
 */
function verschil(credit: PrestatieRegel, debet: PrestatieRecord): string | null {
  const nummers = [credit.toewijzingNummer, debet.toewijzingNummer];
  if (!nummers.includes(null) && nummers[0] !== nummers[1]) return 'ToewijzingNummer';
  if (credit.categorie !== debet.categorie) return 'ProductCategorie';
  if (credit.code !== debet.code) return 'ProductCode';
  if (credit.begin !== debet.begin || credit.einde !== debet.einde) return 'ProductPeriode';
  if (credit.volume !== debet.volume) return 'GeleverdVolume';
  if (credit.eenheid !== debet.eenheid) return 'Eenheid';
  if (credit.tarief !== debet.tarief) return 'ProductTarief';
  return credit.bedrag === debet.bedrag ? null : 'IngediendBedrag';
}

/** A factuur (iJW 2.3) takes back what was invoiced, granted or not; a declaratie only what was granted (IV053). */
export function isFactuur(omgeving: Omgeving): boolean {
  return waardeVan(omgeving.bericht.inhoud, 'Header/BerichtCode') === '450';
}

/** Gemeente and aanbieder of the message that is judged. */
export const partijenBij = onthoudPerBericht(({ bericht }) => partijenVan(bericht));
