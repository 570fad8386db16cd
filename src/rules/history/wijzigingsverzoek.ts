import { waardeVan } from '../../xml/tree.ts';
import { alsFout } from '../content/inhoudsregel.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_32 } from '../releases.ts';
import { stapelingen } from '../stapeling.ts';
import { isActueel } from './actueel.ts';
import { clientVan, genoemdeToewijzing, nummerVan } from './client.ts';
import { contextregel } from './contextregel.ts';

/** TR304: nothing was ever assigned to this client for this aanbieder. */
function onbekendeClient(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  return alsFout(omgeving.kennis.toewijzingenVan(clientVan(klasse, omgeving)).length === 0, 'Bsn');
}

/**
 * TR349: every current toewijzing is named. One that the aanbieder has not accepted yet cannot be asked of him (OP095),
 * nor one that has no number (iJW 2.3).
 */
function nietAllesGenoemd(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const genoemd = new Set(omgeving.klassen.map(nummerVan));
  return omgeving.kennis
    .toewijzingenVan(clientVan(klasse, omgeving))
    .filter((t) => t.nummer !== null && !t.voorlopig && !genoemd.has(t.nummer) && isActueel(t, omgeving))
    .map((t) => ({ element: '', waarden: { toewijzing: t.nummer ?? '' } }));
}

/** TR350 and TR351: the number is that of a current toewijzing of this client. */
function nietActueel(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const toewijzing = genoemdeToewijzing(klasse, omgeving);
  return alsFout(toewijzing === undefined || !isActueel(toewijzing, omgeving), 'ToewijzingNummer');
}

interface Wens {
  readonly klasse: Klasse;
  readonly begin: string;
  readonly einde: string | null;
  readonly categorie: string | null;
  readonly code: string | null;
}

/** TR361: no product twice over the same days, in the situation that is asked for. */
function stapelt(_verzoek: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const wensen = omgeving.klassen.flatMap((klasse) => wens(klasse, omgeving) ?? []);
  return stapelingen(wensen).map(({ item, eerder }) => ({
    klasse: item.klasse,
    element: '',
    waarden: { begin: eerder.begin, einde: eerder.einde ?? 'onbepaald' },
  }));
}

/** A change keeps its product from the first day on: until GewensteIngangsdatum as it was, from then as wanted. */
function wens(klasse: Klasse, omgeving: Omgeving): Wens | undefined {
  const gewenst = waardeVan(klasse.waarden, 'GewensteIngangsdatum') ?? '';
  const einde = waardeVan(klasse.waarden, 'Einddatum') ?? null;
  if (klasse.naam === 'NieuwProduct') {
    const categorie = waardeVan(klasse.waarden, 'Product/Categorie') ?? null;
    return { klasse, begin: gewenst, einde, categorie, code: waardeVan(klasse.waarden, 'Product/Code') ?? null };
  }
  if (klasse.naam !== 'OngewijzigdProduct' && klasse.naam !== 'TeWijzigenProduct') return undefined;
  const toewijzing = genoemdeToewijzing(klasse, omgeving);
  if (toewijzing === undefined) return undefined;
  const { categorie, code, ingangsdatum: begin, einddatum } = toewijzing;
  return { klasse, begin, einde: klasse.naam === 'OngewijzigdProduct' ? einddatum : einde, categorie, code };
}

export const WIJZIGINGSVERZOEK_REGELS: readonly Regel[] = [
  ...contextregel(
    'TR304',
    { retourcode: '8187', berichten: ['JW317'], klassen: ['Client'], kennis: 'T', releases: ALLEEN_32 },
    onbekendeClient,
  ),
  ...contextregel(
    'TR349',
    { retourcode: '9349', berichten: ['JW317'], klassen: ['Verzoek'], kennis: 'T', releases: ALLEEN_32 },
    nietAllesGenoemd,
  ),
  ...contextregel(
    'TR350',
    { retourcode: '9350', berichten: ['JW317'], klassen: ['OngewijzigdProduct'], kennis: 'T', releases: ALLEEN_32 },
    nietActueel,
  ),
  ...contextregel(
    'TR351',
    { retourcode: '9351', berichten: ['JW317'], klassen: ['TeWijzigenProduct'], kennis: 'T', releases: ALLEEN_32 },
    nietActueel,
  ),
  ...contextregel(
    'TR361',
    { retourcode: '9361', berichten: ['JW317'], klassen: ['Verzoek'], kennis: 'T', releases: ALLEEN_32 },
    stapelt,
  ),
];
