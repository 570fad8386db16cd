import type { VNode } from 'preact';
import type { ToewijzingBeeld } from '../../../gateway/dossiers.ts';
import type { PastDecision } from '../../../gateway/people/past-decisions.ts';
import type { PastGrant } from '../../../gateway/people/stories.ts';
import { Sectie } from '../../kit/lijst.tsx';
import { type Gebeurd, Tijdlijn } from '../../kit/tijdlijn.tsx';
import { euros } from '../../kit/value.tsx';
import type { Names } from '../../words/names.ts';

/**
 * Maatwerk that was granted, of the gemeente's own accord or by a decision on a request: when, by whom and how much; its reason
 * and plan for the gemeente alone. No table: its files would lie about.
 */
export function Toegekend(props: {
  readonly van: readonly PastGrant[];
  readonly besluiten: readonly PastDecision[];
  readonly beeld: ToewijzingBeeld;
  readonly names: Names;
}): VNode | null {
  const { van, besluiten, beeld, names } = props;
  const gebeurd: Gebeurd[] = [
    ...van.map((een) => ({ op: een.op, wat: <Maatwerk van={een} names={names} /> })),
    ...besluiten.flatMap((een) =>
      maatwerkDoor(een, beeld).map((bedrag) => ({
        op: een.op,
        wat: <PerBesluit van={een} bedrag={bedrag} names={names} />,
      })),
    ),
  ];
  if (gebeurd.length === 0) return null;
  return (
    <Sectie kop="Toegekend maatwerk" id="toegekend">
      <Tijdlijn van={gebeurd.toSorted((een, ander) => ander.op.localeCompare(een.op))} />
    </Sectie>
  );
}

/** The maatwerksignaalbudget that a decision made of the budget, eurocents; none where it left it as it was. */
function maatwerkDoor({ besluit, antwoorden }: PastDecision, { huidig, historie }: ToewijzingBeeld): readonly number[] {
  if (besluit !== 'toewijzen') return [];
  const versies = historie.length === 0 ? [huidig] : historie;
  const plek = versies.findIndex(({ berichtId }) => antwoorden.includes(berichtId));
  const budget = versies[plek]?.signaalbudget ?? null;
  const was = versies[plek - 1]?.signaalbudget ?? null;
  if (budget?.soort !== 'maatwerk' || (was?.soort === 'maatwerk' && was.bedrag === budget.bedrag)) return [];
  return [budget.bedrag];
}

function Maatwerk({ van, names }: { readonly van: PastGrant; readonly names: Names }): VNode {
  const { gemeente, bedrag, waarom, bericht } = van;
  return (
    <>
      {names.party(gemeente)} kende een signaalbudget van {euros(bedrag)} toe
      {waarom?.door == null ? '' : `, met de sleutel “${waarom.door}”`}
      {bericht === null ? null : (
        <>
          : <a href={`/berichten/${bericht}`}>de JW301 die daarvoor uitging</a>
        </>
      )}
      .{waarom === null ? null : <span class="uitleg">Reden: {waarom.reden}</span>}
      {waarom?.plan == null ? null : <span class="uitleg">Plan: {waarom.plan}</span>}
    </>
  );
}

function PerBesluit(props: { readonly van: PastDecision; readonly bedrag: number; readonly names: Names }): VNode {
  const { van, bedrag, names } = props;
  const { gemeente, intern, antwoorden, verzoek } = van;
  const [bericht] = antwoorden;
  return (
    <>
      {names.party(gemeente)} kende een signaalbudget van {euros(bedrag)} toe met het besluit op{' '}
      {verzoek === null ? 'een verzoek' : <a href={`/berichten/${verzoek}`}>een verzoek</a>}
      {intern?.door == null ? '' : `, met de sleutel “${intern.door}”`}
      {bericht === undefined ? null : (
        <>
          : <a href={`/berichten/${bericht}`}>de JW301 die daarvoor uitging</a>
        </>
      )}
      .{intern?.toelichting == null ? null : <span class="uitleg">Toelichting: {intern.toelichting}</span>}
    </>
  );
}
