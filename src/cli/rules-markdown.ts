import type { Overzicht } from '../rules/overzicht.ts';
import { tabel } from './markdown.ts';

/** The catalogue as `docs/regels.md`. */
export function alsMarkdown({ regels, nietGetoetst }: Overzicht): string {
  const getoetst = regels.map((r) => [
    r.code,
    String(r.niveau),
    r.retourcode ?? '–',
    r.releases.join(', '),
    r.berichten.join(', '),
    r.klassen.join(', '),
    r.kennis === '' ? '–' : [...r.kennis].join(' '),
    r.tekst,
  ]);
  const over = nietGetoetst.map((r) => [r.code, r.release, r.deels ? 'deels' : 'nee', r.reden, r.toelichting]);
  return [
    '# Regels',
    '',
    'Gemaakt met `ijw-gateway rules --markdown`; een test houdt dit bestand gelijk aan de catalogus.',
    '',
    'Niveau 2 is de inhoud van het bericht zelf, 3 eerdere berichten, 4 een externe bron. Kennis: `K` klok, `L` lijst van',
    'gemeenten of producten, `C` contract, `H` eerdere berichten, `R` starts en stops, `T` toewijzingen, `V` verzoeken,',
    '`D` declaraties.',
    '',
    '## Getoetst',
    '',
    ...tabel(['Regel', 'Niveau', 'Retourcode', 'Release', 'Berichten', 'Klasse', 'Kennis', 'Melding'], getoetst),
    '',
    '## Niet of deels getoetst',
    '',
    ...tabel(['Regel', 'Release', 'Getoetst', 'Reden', 'Toelichting'], over),
    '',
  ].join('\n');
}
