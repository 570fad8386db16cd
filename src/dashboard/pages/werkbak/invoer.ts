import type { BeslissingInvoer } from '../../../gateway/werkbak.ts';
import type { BeslissingToewijzing } from '../../../lanes/commands/beslissing.ts';
import { ALS_GEVRAAGD } from '../../../lanes/commands/decision-command.ts';
import type { Form } from '../../page.ts';

/** What stood in the form, as it was typed. */
export type Ingevuld = Readonly<Record<(typeof VELDEN)[number], string>>;

const VELDEN = [
  'besluit',
  'reden',
  'woonplaats',
  'toelichting',
  'soort',
  'bedrag',
  'ingangsdatum',
  'einddatum',
  'volume',
] as const;

export const NIETS_INGEVULD = Object.fromEntries(VELDEN.map((naam) => [naam, ''])) as Ingevuld;

export function ingevuldVan(form: Form): Ingevuld {
  return Object.fromEntries(VELDEN.map((naam) => [naam, form.text(naam)])) as Ingevuld;
}

type Gelezen =
  | { readonly kind: 'ok'; readonly beslissing: BeslissingInvoer }
  | { readonly kind: 'fout'; readonly fouten: Readonly<Record<string, string>> };

/** The decision that somebody filled in, or what is wrong with it by field. */
export function leesBesluit(v: Ingevuld): Gelezen {
  const fouten: Record<string, string> = {};
  const { besluit } = v;
  if (besluit !== 'toewijzen' && besluit !== 'afwijzen' && besluit !== 'onderzoek') {
    return { kind: 'fout', fouten: { besluit: 'Kies wat u besluit.' } };
  }
  if (besluit === 'afwijzen' && v.reden === '') fouten.reden = 'Kies waarom u het verzoek afwijst.';
  if (besluit === 'afwijzen' && v.reden === '8' && !/^\d{4}$/.test(v.woonplaats)) {
    fouten.woonplaats = 'Vul bij woonplaatsbeginsel de code (vier cijfers) in van de gemeente die verantwoordelijk is.';
  }
  if (v.toelichting.length > 200) fouten.toelichting = 'De toelichting is ten hoogste 200 tekens.';
  const bedrag = v.bedrag === '' ? null : centen(v.bedrag);
  if (bedrag !== null && Number.isNaN(bedrag)) fouten.bedrag = 'Vul een bedrag in euro’s in, zoals 3900 of 3.900,50.';
  const volume = v.volume === '' ? null : Number(v.volume);
  if (volume !== null && !(Number.isInteger(volume) && volume > 0))
    fouten.volume = 'Vul een heel getal in, groter dan nul.';
  for (const naam of ['ingangsdatum', 'einddatum'] as const) {
    if (v[naam] !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(v[naam])) fouten[naam] = 'Vul een datum in.';
  }
  if (Object.keys(fouten).length > 0) return { kind: 'fout', fouten };
  const toewijzen = besluit === 'toewijzen';
  const soort = v.soort === 'standaard' || v.soort === 'maatwerk' ? v.soort : null;
  const anders: BeslissingToewijzing = {
    ...ALS_GEVRAAGD,
    ...{ soort, volume, bedrag: soort === 'maatwerk' ? bedrag : null },
    ...{ ingangsdatum: v.ingangsdatum || null, einddatum: v.einddatum || null },
  };
  return {
    kind: 'ok',
    beslissing: {
      besluit,
      reden: besluit === 'afwijzen' ? v.reden : null,
      woonplaats: besluit === 'afwijzen' && v.reden === '8' ? v.woonplaats : null,
      toelichting: v.toelichting || null,
      toewijzing: toewijzen && Object.values(anders).some((waarde) => waarde !== null) ? anders : null,
      relatie: null,
    },
  };
}

/** `3900`, `3.900,50` or `€ 3900,5`; NaN for anything else. */
export function centen(tekst: string): number {
  const kaal = tekst.replace(/[€\s\u00a0]/g, '');
  const [, heel, deel = ''] = /^(\d{1,9}|\d{1,3}(?:\.\d{3}){1,3})(?:,(\d{1,2}))?$/.exec(kaal) ?? [];
  return heel === undefined ? Number.NaN : Number(heel.replaceAll('.', '')) * 100 + Number(deel.padEnd(2, '0'));
}
