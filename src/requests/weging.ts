import type { Afspraken } from '../agreements/afspraken.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import { MESSAGES } from '../standard/messages/index.ts';
import type { Bericht } from '../xml/tree.ts';
import { afgesprokenVoor } from './afgesproken.ts';
import { type GevraagdProduct, leesGeboorte, leesGevraagd } from './gevraagd.ts';
import { leesGewenst } from './gewenst.ts';
import { type AfwijzingCode, controlesVan } from './reden-afwijzing.ts';
import { AFWIJZING_TEKSTEN, VOLDOET_TEKSTEN, WERKBAK_TEKSTEN } from './teksten.ts';
import { gevraagdeWaarde } from './uitkomst.ts';

/** A check that the gateway did, as the gemeente sees it. */
export interface Controle {
  readonly code: AfwijzingCode;
  /** ProductCode, where the request has several products. */
  readonly product: string | null;
  readonly voldoet: boolean;
  readonly melding: string;
}

/** What speaks for and against a request; sentences. */
export interface Afweging {
  readonly controles: readonly Controle[];
  readonly voor: readonly string[];
  readonly tegen: readonly string[];
  /** Of the asked omvang, eurocents; null when the contract cannot compute it. */
  readonly waarde: number | null;
}

/** A JW317 tells neither verwijzer nor birth date, and names what is assigned already. */
const OOK_BIJ_WIJZIGING: ReadonlySet<AfwijzingCode> = new Set<AfwijzingCode>([
  'geen-contract',
  'onderaannemer',
  'taakgericht',
  'product-buiten-contract',
  'periode-buiten-contract',
  'langer-dan-maximum',
]);

export function afwegingVan(
  verzoek: Bericht,
  referentie: string,
  redenen: readonly string[],
  bij: {
    readonly partijen: { readonly gemeente: string; readonly aanbieder: string };
    readonly toewijzingen: readonly Toewijzing[];
    readonly afspraken: Afspraken;
  },
): Afweging {
  const vow = MESSAGES[verzoek.type].verzoek === 'VOW';
  const producten = vow
    ? gewensteProducten(verzoek, bij.toewijzingen)
    : leesGevraagd(verzoek).filter((p) => p.referentie === referentie);
  const controles = producten.flatMap((gevraagd) => {
    const afgesproken = afgesprokenVoor(gevraagd, bij.partijen, bij.afspraken);
    const aanvraag = { gevraagd, geboorte: leesGeboorte(verzoek), afgesproken, toewijzingen: bij.toewijzingen };
    return controlesVan(aanvraag)
      .filter(({ code }) => !vow || OOK_BIJ_WIJZIGING.has(code))
      .map(({ code, holds }): Controle => {
        const melding = holds ? AFWIJZING_TEKSTEN[code] : VOLDOET_TEKSTEN[code];
        return { code, product: gevraagd.code, voldoet: !holds, melding };
      });
  });
  const teksten: Readonly<Record<string, string>> = WERKBAK_TEKSTEN;
  const wachtOm = redenen.flatMap((reden) => teksten[reden] ?? []);
  const [eerste] = producten;
  return {
    controles,
    voor: uniek(controles.filter((c) => c.voldoet)),
    tegen: [...uniek(controles.filter((c) => !c.voldoet)), ...wachtOm],
    waarde:
      vow || eerste === undefined
        ? null
        : gevraagdeWaarde({ gevraagd: eerste, afgesproken: afgesprokenVoor(eerste, bij.partijen, bij.afspraken) }),
  };
}

function uniek(controles: readonly Controle[]): string[] {
  return [...new Set(controles.map((controle) => controle.melding))];
}

/** What a JW317 wants from some day on, in the form of requests: changed products, then new ones. */
function gewensteProducten(verzoek: Bericht, toewijzingen: readonly Toewijzing[]): GevraagdProduct[] {
  const { teWijzigen, nieuw } = leesGewenst(verzoek);
  const gewijzigd = teWijzigen.flatMap((wens) => {
    const bestaand = toewijzingen.find((t) => t.nummer === wens.nummer);
    return bestaand === undefined ? [] : [{ ...wens, categorie: bestaand.categorie, code: bestaand.code }];
  });
  return [...gewijzigd, ...nieuw].map((wens) => ({
    referentie: '',
    categorie: wens.categorie,
    code: wens.code,
    ingangsdatum: wens.gewensteIngangsdatum,
    einddatum: wens.einddatum,
    omvang: wens.omvang,
    budget: wens.budget,
    verwijzer: '',
  }));
}
