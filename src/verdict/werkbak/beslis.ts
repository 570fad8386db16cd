import { stelVerzoekAntwoordSamen, type VerzoekAntwoord } from '../../replies/jw319.ts';
import { metRelatie } from '../../replies/relatie.ts';
import { type Besluit, wijktAf } from '../../requests/besluit-keuze.ts';
import { weigering } from '../../requests/besluit-reden.ts';
import { maakKennis } from '../../rules/kennis-lookups.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { type Gevolgen, samen, samengesteldClaim } from '../gevolgen.ts';
import { clientBronnen, stelJw301Samen } from '../jw301-samenstellen.ts';
import { alsAntwoord } from '../leveren.ts';
import { metNasleep } from '../nasleep.ts';
import { dagtekening } from '../opbouw.ts';
import { bezwarenTegen } from '../samenstelling.ts';
import { signaalGeweigerd, signaalToegekend } from '../signaal-stand.ts';
import { clientMutatie, nummerClaim } from '../toewijzing/beoordeel.ts';
import type { Mutatie, Signaal } from '../verdict.ts';
import type { BesluitContext, BesluitInvoer, BesluitUitkomst, Versies, Weigering } from './invoer.ts';
import { versiesVot } from './versies-vot.ts';
import { versiesVow } from './versies-vow.ts';

type Toewijzen = Extract<Besluit, { besluit: 'toewijzen' }>;

/** What carrying out a decision brings about, or why it cannot be. */
type Stap = { readonly kind: 'done'; readonly gevolgen: Gevolgen } | Weigering;

/**
 * The gemeente decides on a request that waits in its werkbak: a JW301 or JW319 in its name, judged by our own rules
 * first. What those refuse is a decision that cannot be carried out, not a bug.
 */
export function beslisVerzoek(invoer: BesluitInvoer): BesluitUitkomst {
  const kennis = maakKennis(invoer.kennis);
  const record = kennis.verzoek(invoer.referentie);
  if (record === undefined) return geweigerd({ kind: 'refused', reden: 'onbekend' });
  if (record.stand !== 'open' && record.stand !== 'onderzoek') {
    return geweigerd({ kind: 'refused', reden: 'al-beslist' });
  }
  const partijen = partijenVan(invoer.verzoek);
  const stap = voerUit({ invoer, kennis, partijen, record });
  if (stap.kind === 'refused') return geweigerd(stap);
  const { opdrachtId: berichtId, afspraken, regelsVersie } = invoer;
  const leeg = { status: 'goedgekeurd', afsprakenVersie: afspraken.versie, regelsVersie } as const;
  const verdict = { berichtId, ...leeg, ...samen([stap.gevolgen]) };
  const { gemeente, aanbieder } = partijen;
  return { kind: 'decided', verdict: metNasleep(verdict, { bericht: null, gemeente, aanbieder, kennis, afspraken }) };
}

function voerUit(context: BesluitContext): Stap {
  const { besluit, verzoek } = context.invoer;
  const zonderBericht = verzoek.release === '2.3';
  switch (besluit.besluit) {
    case 'toewijzen':
      return wijsToe(context, besluit);
    case 'afwijzen': {
      const { reden, woonplaats = null } = besluit;
      return antwoord(context, { kind: 'refused', reden, ...(woonplaats === null ? {} : { woonplaats }) });
    }
    case 'onderzoek':
      return context.record.stand === 'onderzoek' || context.record.antwoorden > 0
        ? { kind: 'refused', reden: zonderBericht ? 'onderzoek-zonder-bericht' : 'al-in-onderzoek' }
        : antwoord(context, { kind: 'under-review' });
  }
}

function versiesVan(context: BesluitContext, besluit: Toewijzen, identificatie: string): Versies {
  if (context.record.soort === 'VOT') return versiesVot(context, besluit, identificatie);
  const { ingangsdatum, ...overige } = besluit.anders;
  if (wijktAf({ ...overige, ingangsdatum: null }) || (besluit.budget ?? null) !== null) {
    return { kind: 'refused', reden: 'wijziging-een-op-een' };
  }
  return versiesVow(context, ingangsdatum, identificatie);
}

function wijsToe(context: BesluitContext, besluit: Toewijzen): Stap {
  const { invoer, kennis, partijen, record } = context;
  const identificatie = invoer.nummers.identificatie();
  const uitslag = versiesVan(context, besluit, identificatie);
  if (uitslag.kind === 'refused') return uitslag;

  const { gemeente, aanbieder } = partijen;
  const { client } = record;
  const bronnen = clientBronnen({ gemeente, client }, invoer.verzoek, kennis, invoer.afspraken);
  const { relatie = null } = besluit;
  const clienten = relatie === null ? bronnen : bronnen.map((bron) => metRelatie(bron, relatie));
  const { release } = invoer.verzoek;
  const { versies } = uitslag;
  const referentieVanGeheel = record.soort === 'VOW' ? record.referentie : null;
  const opdracht = { release, gemeente, aanbieder, client, identificatie, versies, clienten, referentieVanGeheel };
  const jw301 = stelJw301Samen(opdracht, kennis, invoer.afspraken);
  if (jw301.kind === 'no-client') return { kind: 'refused', reden: 'zonder-clientgegevens' };
  if (jw301.kind === 'others-invalid') return { kind: 'refused', reden: 'andere-toewijzingen' };
  if (jw301.kind !== 'composed') return { kind: 'refused', reden: 'ongeldig', bezwaren: jw301.bezwaren };
  const gevolgen: Gevolgen = {
    antwoorden: [alsAntwoord(jw301.bericht, invoer.afspraken)],
    claims: [
      ...samengesteldClaim(jw301.bericht, invoer.opdrachtId),
      ...uitslag.nieuw.flatMap((toewijzing) => nummerClaim({ toewijzing })),
    ],
    mutaties: [
      ...uitslag.nieuw.map((toewijzing): Mutatie => ({ soort: 'toewijzing', toewijzing })),
      clientMutatie(jw301.bericht, kennis),
      ...gesloten(context, 'toegewezen', record.antwoorden),
      ...uitslag.nieuw.flatMap((t) => signaalToegekend(t, t.nummer === null ? undefined : kennis.toewijzing(t.nummer))),
    ],
  };
  return { kind: 'done', gevolgen };
}

/**
 * By JW319; iJW 2.3 has none, so there a signal tells both parties what it would say
 * (docs/decisions/releases-apart.md).
 */
function antwoord(context: BesluitContext, besluit: VerzoekAntwoord): Stap {
  const { invoer, kennis, partijen, record } = context;
  const { gemeente: afzender, aanbieder: ontvanger } = partijen;
  const stand = (antwoorden: number): Mutatie[] =>
    besluit.kind === 'refused'
      ? [...gesloten(context, 'afgewezen', antwoorden), ...signaalGeweigerd(invoer.verzoek, kennis)]
      : [{ soort: 'verzoek-stand', referentie: record.referentie, stand: 'onderzoek', antwoorden }];
  const kop = { afzender, ontvanger, identificatie: invoer.nummers.identificatie(), dagtekening: dagtekening(kennis) };
  const bericht = stelVerzoekAntwoordSamen(kop, record.referentie, besluit);
  const bezwaren = bezwarenTegen(bericht, kennis, invoer.afspraken);
  if (bezwaren.length > 0) return { kind: 'refused', reden: 'ongeldig', bezwaren };
  if (invoer.verzoek.release === '2.3') {
    return { kind: 'done', gevolgen: { mutaties: stand(record.antwoorden), signalen: [signaal(context, besluit)] } };
  }
  const gevolgen: Gevolgen = {
    antwoorden: [alsAntwoord(bericht, invoer.afspraken)],
    claims: samengesteldClaim(bericht, invoer.opdrachtId),
    mutaties: stand(record.antwoorden + 1),
  };
  return { kind: 'done', gevolgen };
}

function gesloten({ record }: BesluitContext, stand: 'toegewezen' | 'afgewezen', antwoorden: number): Mutatie[] {
  const { referentie } = record;
  return [
    { soort: 'verzoek-stand', referentie, stand, antwoorden },
    { soort: 'werkbak-gesloten', referentie },
  ];
}

function signaal({ partijen, record }: BesluitContext, besluit: VerzoekAntwoord): Signaal {
  const { gemeente, aanbieder } = partijen;
  const naar = besluit.kind === 'refused' && besluit.woonplaats ? `, naar gemeente ${besluit.woonplaats}` : '';
  const wat = besluit.kind === 'refused' ? `is afgewezen (reden ${besluit.reden}${naar})` : 'is in onderzoek';
  const melding = `Verzoek ${record.referentie} (iJW 2.3, zonder antwoordbericht) ${wat}.`;
  return { soort: 'afwijking', gemeente, aanbieder, toewijzingNummer: null, percentage: null, melding };
}

function geweigerd({ reden, bezwaren = [] }: Weigering): BesluitUitkomst {
  return { kind: 'refused', ...weigering(reden, bezwaren) };
}
