import type { Beoordeeld, Jw304, Jw325 } from '../bericht.ts';
import { identificatie303, prestatie303, prestatie323 } from './declaratie.ts';
import { b, bedrag, el, persoon, totaal } from './element.ts';

export const retourcodes = (codes: readonly string[]) =>
  codes.length === 0 ? '' : el('RetourCodes', ...codes.map((code) => el('RetourCode', code)));

const KLASSEN = /<\/_(?=(?:Client|Contact|Beschikking|\w+Product|Verzoek|Antwoord)>)/g;

/** A body as its retourbericht repeats it: 0200 at the end of every class. */
export const metCodes = (lichaam: string) => lichaam.replace(KLASSEN, `${retourcodes(['0200'])}</_`);

const clienten = (m: Jw325 | Jw304, kop: (bsn: string) => string, regel: (p: Beoordeeld) => string) =>
  m.clienten.length === 0
    ? ''
    : el(
        'Clienten',
        ...m.clienten.map((c) =>
          el(
            'Client',
            kop(c.bsn),
            el('Prestaties', ...c.prestaties.map((p) => el('Prestatie', regel(p), retourcodes(p.codes)))),
            retourcodes(c.codes),
          ),
        ),
      );

export const jw325 = (m: Jw325) =>
  m.codes === null
    ? ''
    : el(
        'DeclaratieAntwoord',
        el('DeclaratieNummer', m.nummer),
        el('TotaalIngediendBedrag', totaal(m.ingediend)),
        el('TotaalToegekendBedrag', totaal(m.toegekend)),
        clienten(m, (bsn) => el('Bsn', bsn), prestatie323),
        retourcodes(m.codes),
      );

const toegekend = ({ toegekend: som, dc }: Beoordeeld) => {
  const teken = som === 0 ? 'D' : dc;
  return el(
    'ToegekendeBedragPrestatie',
    bedrag('GemeenteBerekendBedrag', som, teken),
    bedrag('ToegekendBedrag', som, teken),
  );
};

export const jw304 = (m: Jw304) => clienten(m, persoon, (p) => prestatie303(p, m.vrijgesteld) + toegekend(p));

export const kop304 = (m: Jw304) =>
  identificatie303(m) +
  el('RetourHeader', b('GemeenteReferentieNummer', 'G1'), b('RetourDagtekening', m.retourdatum)) +
  el(
    'RetourBedragen',
    b('IngediendTotaalBedrag', totaal(m.ingediend)),
    b('ToegekendTotaalBedrag', totaal(m.toegekend)),
  ) +
  retourcodes(m.kopcodes);
