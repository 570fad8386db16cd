import type { Antwoord } from './bericht.ts';

interface Knoop {
  readonly naam: string;
  tekst: string;
  readonly kinderen: Knoop[];
}

/** A small reader of the XML that a gateway writes: local names and text. */
function boom(xml: string): Knoop {
  const wortel: Knoop = { naam: '', tekst: '', kinderen: [] };
  const pad = [wortel];
  for (const [, dicht, naam = '', tekst = ''] of xml.matchAll(/<(\/?)(?:\w+:)?(\w+)[^>]*>([^<]*)/g)) {
    if (dicht === '/') {
      pad.pop();
      continue;
    }
    const knoop: Knoop = { naam, tekst, kinderen: [] };
    pad.at(-1)?.kinderen.push(knoop);
    pad.push(knoop);
  }
  return wortel;
}

function alle(knoop: Knoop, naam: string): Knoop[] {
  return knoop.kinderen.flatMap((kind) => (kind.naam === naam ? [kind] : alle(kind, naam)));
}

const waarde = (knoop: Knoop, naam: string) => alle(knoop, naam)[0]?.tekst ?? '-';

function codes(knoop: Knoop): string[] {
  const eigen = knoop.kinderen.find((kind) => kind.naam === 'RetourCodes');
  const hier = eigen === undefined ? [] : [`${knoop.naam} ${eigen.kinderen.map((code) => code.tekst).join(' ')}`];
  return [...hier, ...knoop.kinderen.flatMap(codes)];
}

const MET_TEKEN = (knoop: Knoop, naam: string) =>
  alle(knoop, naam).map((totaal) => `${naam} ${waarde(totaal, 'TotaalBedrag')} ${waarde(totaal, 'DebetCredit')}`);

const INHOUD: Readonly<Record<string, (bericht: Knoop) => string[]>> = {
  JW325: (bericht) => [
    ...MET_TEKEN(bericht, 'TotaalIngediendBedrag'),
    ...MET_TEKEN(bericht, 'TotaalToegekendBedrag'),
    ...alle(bericht, 'Prestatie').map((p) => waarde(p, 'ReferentieNummer')),
  ],
  JW304: (bericht) => [
    ...MET_TEKEN(bericht, 'IngediendTotaalBedrag'),
    ...MET_TEKEN(bericht, 'ToegekendTotaalBedrag'),
    ...alle(bericht, 'Prestatie').map((p) => waarde(p, 'ReferentieNummer')),
  ],
  JW319: (bericht) =>
    ['ReferentieAanbieder', 'VerzoekAntwoord', 'RedenAfwijzingVerzoek'].map((naam) => waarde(bericht, naam)),
  JW301: (bericht) =>
    alle(bericht, 'ToegewezenProduct')
      .map((t) =>
        [
          'ToewijzingNummer',
          'ReferentieAanbieder',
          'Categorie',
          'Code',
          'Ingangsdatum',
          'Einddatum',
          'RedenWijziging',
          'Volume',
          'Eenheid',
          'Frequentie',
          'Budget',
        ]
          .map((naam) => waarde(t, naam))
          .join(' '),
      )
      .sort(),
};

export function leesAntwoord(type: string, bytes: Uint8Array): Antwoord {
  const bericht = boom(new TextDecoder().decode(bytes).replace(/^<\?[^>]*>/, ''));
  return { type, codes: codes(bericht), inhoud: INHOUD[type]?.(bericht) ?? [] };
}
