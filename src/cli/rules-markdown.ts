import type { Overzicht } from '../rules/overzicht.ts';
import { geldigheid } from './rule-period.ts';

/** The catalogue as `docs/regels.md`. */
export function alsMarkdown({ versie, vanaf, regels, nietGetoetst }: Overzicht): string {
  const getoetst = regels.map((r) => [
    r.code,
    String(r.niveau),
    r.retourcode ?? '–',
    r.releases.join(', '),
    r.berichten.join(', '),
    r.klassen.join(', '),
    r.kennis === '' ? '–' : [...r.kennis].join(' '),
    geldigheid(r) ?? '–',
    r.tekst,
  ]);
  const over = nietGetoetst.map((r) => [r.code, r.release, r.deels ? 'deels' : 'nee', r.reden, r.toelichting]);
  return [
    '# Regels',
    '',
    'Gemaakt met `ijw-gateway rules --markdown`; een test houdt dit bestand gelijk aan de catalogus.',
    '',
    `Regelset ${versie}, oordeelt vanaf ${vanaf}. Een regel die op een dag verandert staat er met beide vormen in; de dag van`,
    'ontvangst van het bericht (Geldig) beslist welke oordeelt.',
    '',
    'Niveau 2 is de inhoud van het bericht zelf, 3 eerdere berichten, 4 een externe bron. Kennis: `K` klok, `L` lijst van',
    'gemeenten of producten, `C` contract, `H` eerdere berichten, `R` starts en stops, `T` toewijzingen, `V` verzoeken,',
    '`D` declaraties.',
    '',
    '## Getoetst',
    '',
    ...tabel(
      ['Regel', 'Niveau', 'Retourcode', 'Release', 'Berichten', 'Klasse', 'Kennis', 'Geldig', 'Melding'],
      getoetst,
    ),
    '',
    '## Niet of deels getoetst',
    '',
    ...tabel(['Regel', 'Release', 'Getoetst', 'Reden', 'Toelichting'], over),
    '',
  ].join('\n');
}

function tabel(kop: readonly string[], rijen: readonly (readonly string[])[]): string[] {
  const rij = (cellen: readonly string[]) => `| ${cellen.map((cel) => cel.replaceAll('|', '\\|')).join(' | ')} |`;
  return [rij(kop), rij(kop.map(() => '---')), ...rijen.map(rij)];
}
