import type { VerzoekStand } from '../../dossier/verzoek.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import { stelVerzoekAntwoordSamen, type VerzoekAntwoord } from '../../replies/jw319.ts';
import { afgesprokenVoor } from '../../requests/afgesproken.ts';
import { afwijzingInWoorden } from '../../requests/afwijzing-in-woorden.ts';
import type { AfwijzingCode } from '../../requests/reden-afwijzing.ts';
import { WACHT_OP_BESLUIT, WERKBAK_TEKSTEN } from '../../requests/teksten.ts';
import type { WerkbakReden } from '../../requests/uitkomst.ts';
import { eersteVanMaand } from '../../standard/datum.ts';
import { type Gevolgen, samen, samengesteldClaim } from '../gevolgen.ts';
import { alsAntwoord } from '../leveren.ts';
import { dagtekening } from '../opbouw.ts';
import { bezwarenTegen } from '../samenstelling.ts';
import type { Mutatie, ProductAfwijzing } from '../verdict.ts';
import type { VotContext } from './context.ts';
import type { VerzoekOnderdeel } from './onderdeel.ts';

/** What one decided AangevraagdProduct brings about; a granted one is answered by the JW301 of them all. */
export function gevolgenVan(onderdeel: VerzoekOnderdeel, context: VotContext): Gevolgen {
  const { uitkomst } = onderdeel;
  switch (uitkomst.kind) {
    case 'granted':
      return { mutaties: [stand(onderdeel, 'toegewezen', 0)] };
    case 'waiting':
      return wacht(onderdeel, uitkomst.redenen, context);
    case 'under-review': {
      const waarom = wachtTekst(uitkomst.redenen);
      const besluit: Besluit = { antwoord: { kind: 'under-review' }, stand: 'onderzoek', waarom };
      const antwoord = beantwoord(onderdeel, besluit, context);
      if (antwoord.kind === 'refused') return strijdig(onderdeel, uitkomst.redenen, antwoord.bezwaren, context);
      return samen([antwoord.gevolgen, wacht(onderdeel, uitkomst.redenen, context)]);
    }
    case 'refused': {
      const { code, reden } = uitkomst.afwijzing;
      const waarom = `Het verzoek is afgewezen. ${inWoorden(code, onderdeel, context)}`;
      const antwoord = beantwoord(
        onderdeel,
        { antwoord: { kind: 'refused', reden }, stand: 'afgewezen', waarom },
        context,
      );
      if (antwoord.kind === 'refused') return strijdig(onderdeel, [], antwoord.bezwaren, context);
      const bevindingen = [bevinding(onderdeel, 'GW-VOT-AFGEWEZEN', waarom)];
      return samen([antwoord.gevolgen, { bevindingen, afwijzingen: [telling(onderdeel, code)] }]);
    }
  }
}

/** Our own rules refuse what would be sent: the request waits for the gemeente, and both parties see why. */
function strijdig(
  onderdeel: VerzoekOnderdeel,
  redenen: readonly WerkbakReden[],
  bezwaren: readonly Bevinding[],
  context: VotContext,
): Gevolgen {
  return samen([
    wacht({ ...onderdeel, bezwaren }, [...redenen, 'antwoord-in-strijd'], context),
    strijdSignaal(bezwaren, context),
  ]);
}

/** For both parties and the operators: an answer could not be composed, and by which rules. */
export function strijdSignaal(bezwaren: readonly Bevinding[], { partijen }: VotContext): Gevolgen {
  const { gemeente, aanbieder } = partijen;
  const melding = `${WERKBAK_TEKSTEN['antwoord-in-strijd']}${inRegels(bezwaren)}`;
  return {
    signalen: [{ soort: 'afwijking', gemeente, aanbieder, toewijzingNummer: null, percentage: null, melding }],
  };
}

function inWoorden(code: AfwijzingCode, { gevraagd }: VerzoekOnderdeel, { invoer, partijen }: VotContext): string {
  const { afspraken } = invoer;
  const afgesproken = afgesprokenVoor(gevraagd, partijen, afspraken);
  return afwijzingInWoorden(code, { gevraagd, afgesproken, partijen, afspraken });
}

function telling({ gevraagd }: VerzoekOnderdeel, reden: AfwijzingCode): ProductAfwijzing {
  const { categorie, code, ingangsdatum: datum } = gevraagd;
  const maand = eersteVanMaand(datum);
  return { soort: 'verzoek', categorie, code, datum, maand, reden, aantal: 1, clienten: 1, bedrag: 0 };
}

interface Besluit {
  readonly antwoord: VerzoekAntwoord;
  readonly stand: VerzoekStand;
  /** For people: why. */
  readonly waarom: string;
}

/** The answer with what it brings, or what our own rules have against it. */
type Beantwoord =
  | { readonly kind: 'answered'; readonly gevolgen: Gevolgen }
  | { readonly kind: 'refused'; readonly bezwaren: readonly Bevinding[] };

/** By JW319; iJW 2.3 has none, so there a signal tells both parties (docs/decisions/releases-apart.md). */
function beantwoord(
  onderdeel: VerzoekOnderdeel,
  besluit: Besluit,
  { invoer, partijen, kennis }: VotContext,
): Beantwoord {
  const { gemeente, aanbieder } = partijen;
  const { referentie } = onderdeel.gevraagd;
  if (invoer.bericht.release === '2.3') {
    const melding = `Verzoek ${referentie} (iJW 2.3, zonder antwoordbericht): ${besluit.waarom}`;
    const gevolgen: Gevolgen = {
      mutaties: [stand(onderdeel, besluit.stand, 0)],
      signalen: [{ soort: 'afwijking', gemeente, aanbieder, toewijzingNummer: null, percentage: null, melding }],
    };
    return { kind: 'answered', gevolgen };
  }
  const identificatie = invoer.nummers.identificatie();
  const kop = { afzender: gemeente, ontvanger: aanbieder, identificatie, dagtekening: dagtekening(kennis) };
  const bericht = stelVerzoekAntwoordSamen(kop, referentie, besluit.antwoord);
  const bezwaren = bezwarenTegen(bericht, kennis, invoer.afspraken);
  if (bezwaren.length > 0) return { kind: 'refused', bezwaren };
  const gevolgen: Gevolgen = {
    antwoorden: [alsAntwoord(bericht, invoer.afspraken)],
    claims: samengesteldClaim(bericht, kennis.berichtId),
    mutaties: [stand(onderdeel, besluit.stand, 1)],
  };
  return { kind: 'answered', gevolgen };
}

function wacht(
  onderdeel: VerzoekOnderdeel,
  redenen: readonly WerkbakReden[],
  { partijen, client }: VotContext,
): Gevolgen {
  const { gemeente, aanbieder } = partijen;
  const { referentie } = onderdeel.gevraagd;
  return {
    mutaties: [{ soort: 'werkbak', item: { gemeente, aanbieder, referentie, soort: 'VOT', client, redenen } }],
    bevindingen: [bevinding(onderdeel, 'GW-VOT-WERKBAK', wachtTekst(redenen) + inRegels(onderdeel.bezwaren ?? []))],
  };
}

function wachtTekst(redenen: readonly WerkbakReden[]): string {
  const teksten = redenen.map((reden) => WERKBAK_TEKSTEN[reden]);
  return [WACHT_OP_BESLUIT, ...teksten].join(' ');
}

/** The rules that an answer would break, each with its text. */
function inRegels(bezwaren: readonly Bevinding[]): string {
  return bezwaren.map(({ regel, melding }) => ` ${regel}: ${melding}`).join('');
}

function stand({ gevraagd }: VerzoekOnderdeel, wordt: VerzoekStand, antwoorden: number): Mutatie {
  return { soort: 'verzoek-stand', referentie: gevraagd.referentie, stand: wordt, antwoorden };
}

/** Tells people why; it rejects nothing. */
function bevinding({ pad }: VerzoekOnderdeel, regel: string, melding: string): Bevinding {
  return { niveau: 4, regel, retourcode: null, ernst: 'signaal', pad, lijn: null, kolom: null, melding };
}
