import { partijenVan } from '../../xml/partijen.ts';
import { type Gevolgen, samen, samengesteldClaim } from '../gevolgen.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import { alsAntwoord, doorTeLeveren } from '../leveren.ts';
import { goedgekeurd, partijRetour } from '../opbouw.ts';
import { clientMutatie, nummerClaim } from '../toewijzing/beoordeel.ts';
import type { Mutatie, Verdict } from '../verdict.ts';
import { type VotContext, votContext } from './context.ts';
import { type Gehonoreerd, type Honorering, honoreer } from './honoreer.ts';
import type { VerzoekOnderdeel } from './onderdeel.ts';
import { verzoekClaims } from './records.ts';
import { gevolgenVan, strijdSignaal } from './uitvoer.ts';

/**
 * An accepted JW315: each product is refused, granted or laid before the gemeente by itself
 * (docs/decisions/requests.md). A gemeente with a system of its own decides there.
 */
export function beoordeelVot(invoer: BeoordeelInvoer): Verdict {
  const context = votContext(invoer);
  const open = aangevraagd(context);
  if (partijRetour(invoer) === 'eigen') return goedgekeurd(invoer, open);
  const honorering = honoreerAlles(context);
  const stukken = context.onderdelen.map((onderdeel) => gevolgenVan(naHonorering(onderdeel, honorering), context));
  return goedgekeurd(invoer, samen([open, toegewezen(honorering, context), ...stukken]));
}

/** The requests are known and open, and the gemeente gets the message. */
function aangevraagd({ invoer, onderdelen }: VotContext): Gevolgen {
  const { bericht, kennis, afspraken } = invoer;
  const verzoeken = onderdelen.map((onderdeel) => onderdeel.verzoek);
  return {
    claims: verzoekClaims(bericht, verzoeken, kennis),
    mutaties: verzoeken.map((verzoek): Mutatie => ({ soort: 'verzoek', verzoek })),
    doorgeleverdAan: doorTeLeveren(bericht, afspraken),
  };
}

function honoreerAlles(context: VotContext): Honorering | null {
  const gehonoreerd = context.onderdelen.flatMap(({ gevraagd, uitkomst }): Gehonoreerd[] =>
    uitkomst.kind === 'granted' ? [{ gevraagd, toekenning: uitkomst.toekenning }] : [],
  );
  return gehonoreerd.length === 0 ? null : honoreer(gehonoreerd, context);
}

/** What would be granted waits for the gemeente when no JW301 could be composed. */
function naHonorering(onderdeel: VerzoekOnderdeel, honorering: Honorering | null): VerzoekOnderdeel {
  if (onderdeel.uitkomst.kind !== 'granted' || honorering?.kind !== 'not-possible') return onderdeel;
  const { reden, bezwaren } = honorering;
  return { ...onderdeel, uitkomst: { kind: 'waiting', redenen: [reden] }, bezwaren };
}

/** The composed JW301 changes state as one that the gemeente sent itself, and goes to both parties. */
function toegewezen(honorering: Honorering | null, context: VotContext): Gevolgen {
  const { invoer, kennis } = context;
  if (honorering === null) return {};
  if (honorering.kind === 'not-possible') {
    if (honorering.reden === 'antwoord-in-strijd') return strijdSignaal(honorering.bezwaren, context);
    return honorering.reden === 'andere-toewijzingen' ? nietPassend(invoer) : {};
  }
  const { bericht, toewijzingen } = honorering;
  return {
    antwoorden: [alsAntwoord(bericht, invoer.afspraken)],
    claims: [
      ...samengesteldClaim(bericht, kennis.berichtId),
      ...toewijzingen.flatMap((toewijzing) => nummerClaim({ toewijzing })),
    ],
    mutaties: [
      ...toewijzingen.map((toewijzing): Mutatie => ({ soort: 'toewijzing', toewijzing })),
      clientMutatie(bericht, kennis),
    ],
  };
}

function nietPassend({ bericht }: BeoordeelInvoer): Gevolgen {
  const { gemeente, aanbieder } = partijenVan(bericht);
  const melding =
    'Een verzoek kon niet worden gehonoreerd: de andere lopende toewijzingen van de cliënt passen niet samen in een geldig toewijzingsbericht.';
  return {
    signalen: [{ soort: 'afwijking', gemeente, aanbieder, toewijzingNummer: null, percentage: null, melding }],
  };
}
