import type { VNode } from 'preact';
import type { ToewijzingBeeld } from '../../../gateway/dossiers.ts';
import type { PastDecision } from '../../../gateway/people/past-decisions.ts';
import type { Gebeurd } from '../../kit/tijdlijn.tsx';
import { euros } from '../../kit/value.tsx';
import type { PageRequest } from '../../page.ts';
import { toChain } from '../../words/links.ts';
import type { Names } from '../../words/names.ts';
import { requestReason } from '../../words/why.ts';

type Genomen = PastDecision & {
  /** The toewijzingen that it brought or changed, as far as the asker may see them. */
  readonly toegewezen: readonly ToewijzingBeeld[];
};

/** Decisions as steps of a time line: who decided what and why, and the signaalbudget that came of it. */
export function genomen(besluiten: readonly Genomen[], names: Names): readonly Gebeurd[] {
  return besluiten.map((een) => ({ op: een.op, wat: <Besluit van={een} names={names} /> }));
}

function Besluit({ van, names }: { readonly van: Genomen; readonly names: Names }): VNode {
  const { gemeente, besluit, intern, antwoorden, toegewezen } = van;
  const [bericht] = antwoorden;
  return (
    <>
      {names.party(gemeente)} {BESLOOT[besluit]}
      {intern?.door == null ? '' : `, met de sleutel “${intern.door}”`}
      {bericht === undefined ? null : (
        <>
          : <a href={`/berichten/${bericht}`}>het bericht dat daarvoor uitging</a>
        </>
      )}
      .{van.reden === null ? null : <span class="uitleg">Reden: {redenText(van.reden, van.woonplaats, names)}.</span>}
      {intern?.toelichting == null ? null : <span class="uitleg">Toelichting: {intern.toelichting}</span>}
      {van.kosten === null ? null : (
        <span class="uitleg">
          Kost hoogstens {van.kosten > 0 ? '+' : ''}
          {euros(van.kosten)} ten opzichte van ervoor.
        </span>
      )}
      {van.vast === null ? null : <span class="uitleg">{vastZin(van.vast)}</span>}
      {toegewezen.map((beeld) => (
        <Budget beeld={beeld} antwoorden={antwoorden} />
      ))}
    </>
  );
}

/** What was assigned beside the fixed budget, as it was when it was decided. */
function vastZin({ bedrag, boven }: NonNullable<PastDecision['vast']>): string {
  const was = `Het vaste signaalbudget was ${euros(bedrag)}`;
  if (boven === null) return `${was}.`;
  return `${was}; ${boven > 0 ? `toegewezen is ${euros(boven)} meer` : 'daar blijft dit binnen'}.`;
}

const BESLOOT: Readonly<Record<PastDecision['besluit'], string>> = {
  toewijzen: 'wees het verzoek toe',
  afwijzen: 'wees het verzoek af',
  onderzoek: 'nam het verzoek in onderzoek',
};

export function redenText(reden: string, woonplaats: string | null, names: Names): string {
  const waar = woonplaats === null ? '' : `, verantwoordelijk is ${names.party(woonplaats)}`;
  return `${requestReason(reden)}${waar}`;
}

/** The signaalbudget as this decision made it, and what it was before. */
function Budget(props: { readonly beeld: ToewijzingBeeld; readonly antwoorden: readonly string[] }): VNode | null {
  const { beeld, antwoorden } = props;
  const { historie, huidig } = beeld;
  const versies = historie.length === 0 ? [huidig] : historie;
  const plek = versies.findIndex(({ berichtId }) => antwoorden.includes(berichtId));
  const budget = versies[plek]?.signaalbudget ?? null;
  if (budget === null || huidig.nummer === null) return null;
  const was = versies[plek - 1]?.signaalbudget ?? null;
  const meer = was === null ? 0 : budget.bedrag - was.bedrag;
  return (
    <span class="uitleg">
      <a href={toChain(huidig.gemeente, huidig.nummer)}>Toewijzing {String(huidig.nummer)}</a>: met een{' '}
      {budget.soort === 'maatwerk' ? 'maatwerksignaalbudget' : 'signaalbudget'} van {euros(budget.bedrag)}
      {was === null ? '' : `, was ${euros(was.bedrag)}${meer === 0 ? '' : ` (${meer > 0 ? '+' : ''}${euros(meer)})`}`}.
    </span>
  );
}

/** With the toewijzingen in the JW301 that each brought; its parties alone see those. */
export async function metToewijzingen(
  request: PageRequest,
  besluiten: readonly PastDecision[],
): Promise<readonly Genomen[]> {
  return Promise.all(
    besluiten.map(async (een) => {
      const [bericht] = een.antwoorden;
      const wel = een.besluit === 'toewijzen' && bericht !== undefined && een.referentie !== null;
      const toegewezen = wel ? await broughtBy(request, bericht, een.referentie, een.gemeente) : [];
      return { ...een, toegewezen };
    }),
  );
}

/** The toewijzingen of this request in the JW301 that answered it, as they are now; none for who is no party of it. */
export async function broughtBy(
  { api, principal }: PageRequest,
  bericht: string,
  referentie: string,
  gemeente: string,
): Promise<readonly ToewijzingBeeld[]> {
  const nummers = await api.gateway.dossiers.numbersIn(principal, bericht, referentie);
  const beelden = await Promise.all(
    nummers.map((nummer) => api.gateway.dossiers.openToewijzing(principal, { gemeente, nummer })),
  );
  return beelden.filter((beeld) => beeld !== undefined);
}
