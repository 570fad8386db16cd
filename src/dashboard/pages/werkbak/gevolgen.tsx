import type { VNode } from 'preact';
import type { Toewijzing } from '../../../dossier/toewijzing.ts';
import type { BesluitGevolg } from '../../../gateway/werkbak.ts';
import { bovenVast } from '../../../signaalbudget/boven-vast.ts';
import { Feiten } from '../../kit/lijst.tsx';
import { dayText, euros, NIETS } from '../../kit/value.tsx';
import { type Verandering, WasWordt } from '../../kit/was-wordt.tsx';
import { omvangText, usedText } from '../../words/care.ts';
import { toChain } from '../../words/links.ts';
import type { Names } from '../../words/names.ts';

/** What a decision brings or changes: what, how much, how long, and what it costs. */
export function Gevolgen({
  van,
  names,
}: {
  readonly van: readonly BesluitGevolg[];
  readonly names: Names;
}): VNode | null {
  if (van.length === 0) return null;
  return (
    <>
      {van.map((gevolg) =>
        gevolg.was === null ? (
          <Nieuw gevolg={gevolg} names={names} />
        ) : (
          <Anders gevolg={gevolg} was={gevolg.was} names={names} />
        ),
      )}
      {van.length === 1 ? null : <p>Samen: {samenText(van)}.</p>}
    </>
  );
}

/** `€ 3.900,00`, of what is changed the difference. */
export function samenText(van: readonly BesluitGevolg[]): string {
  const waarden = van.map(({ waardeWas, waardeWordt, was }) =>
    waardeWordt === null || (was !== null && waardeWas === null) ? null : waardeWordt - (waardeWas ?? 0),
  );
  const bekend = waarden.filter((waarde) => waarde !== null);
  const som = euros(bekend.reduce((a, b) => a + b, 0));
  return bekend.length === van.length ? som : `${som}, en ${van.length - bekend.length} zonder bekende waarde`;
}

export function eindText(einddatum: string | null): string {
  return einddatum === null ? 'geen einddatum' : dayText(einddatum);
}

/** `van 01-06-2026 tot en met 28-02-2027` */
export function periodeText({ ingangsdatum, einddatum }: Pick<Toewijzing, 'ingangsdatum' | 'einddatum'>): string {
  return einddatum === null
    ? `van ${dayText(ingangsdatum)}, zonder einddatum`
    : `van ${dayText(ingangsdatum)} tot en met ${dayText(einddatum)}`;
}

function budgetText({ signaalbudget }: Toewijzing): string {
  if (signaalbudget === null) return 'geen';
  return `${euros(signaalbudget.bedrag)}${signaalbudget.soort === 'maatwerk' ? ' (maatwerk)' : ''}`;
}

function Nieuw({ gevolg, names }: { readonly gevolg: BesluitGevolg; readonly names: Names }): VNode {
  const { wordt, waardeWordt } = gevolg;
  return (
    <>
      <h3>Nieuwe toewijzing</h3>
      <Feiten
        van={[
          ['Product', names.product(wordt.categorie, wordt.code)],
          ['Omvang', omvangText(wordt)],
          ['Periode', periodeText(wordt)],
          ['Signaalbudget', budgetText(wordt)],
          [
            'Kost hoogstens',
            waardeWordt === null ? (
              'niet te zeggen: het contract heeft geen tarief'
            ) : (
              <strong>{euros(waardeWordt)}</strong>
            ),
          ],
          ['Vast signaalbudget van het product', vastText(gevolg)],
        ]}
      />
    </>
  );
}

/** What of a decision asks for a reason: it goes above the fixed budget, or gives one of its own. */
export function watOpvalt(van: readonly BesluitGevolg[]): 'boven' | 'maatwerk' | null {
  if (van.some((gevolg) => bovenIn(gevolg) > 0)) return 'boven';
  return van.some(({ wordt }) => wordt.signaalbudget?.soort === 'maatwerk') ? 'maatwerk' : null;
}

/** By how much it is known to be above the fixed budget. */
function bovenIn({ wordt, vast, waardeWordt }: BesluitGevolg): number {
  return vast === null ? 0 : (bovenVast(vast, waardeWordt, wordt) ?? 0);
}

/** `Het vaste signaalbudget van … is € 2.500,00; hiermee wordt het € 3.748,70, € 1.248,70 meer.`; null where it is not above it. */
export function bovenText(gevolg: BesluitGevolg, names: Names): string | null {
  const [{ wordt, vast }, over] = [gevolg, bovenIn(gevolg)];
  if (vast === null || over === 0) return null;
  const product = names.product(wordt.categorie, wordt.code);
  return `Het vaste signaalbudget van ${product} is ${euros(vast)}; hiermee wordt het ${euros(vast + over)}, ${euros(over)} meer.`;
}

/** The fixed budget, and by how much what is assigned is above it. */
function vastText(gevolg: BesluitGevolg): string | null {
  const [{ vast }, over] = [gevolg, bovenIn(gevolg)];
  if (vast === null) return null;
  return over > 0 ? `${euros(vast)}; dit is ${euros(over)} meer` : euros(vast);
}

function Anders(props: { readonly gevolg: BesluitGevolg; readonly was: Toewijzing; readonly names: Names }): VNode {
  const { gevolg, was, names } = props;
  const { wordt, waardeWas, waardeWordt } = gevolg;
  const [vast, boven] = [vastText(gevolg), bovenText(gevolg, names)];
  const meer = waardeWas === null || waardeWordt === null ? null : waardeWordt - waardeWas;
  const budgetMeer =
    was.signaalbudget === null || wordt.signaalbudget === null
      ? null
      : wordt.signaalbudget.bedrag - was.signaalbudget.bedrag;
  const rijen: readonly Verandering[] = [
    { wat: 'Omvang', was: omvangText(was), wordt: omvangText(wordt) },
    { wat: 'Einddatum', was: eindText(was.einddatum), wordt: eindText(wordt.einddatum) },
    { wat: 'Signaalbudget', was: budgetText(was), wordt: budgetText(wordt), verschil: verschilText(budgetMeer) },
    ...gebruiktRij(gevolg, was),
    {
      wat: 'Kost hoogstens',
      was: waardeWas === null ? NIETS : euros(waardeWas),
      wordt: waardeWordt === null ? NIETS : euros(waardeWordt),
      verschil: <strong>{verschilText(meer)}</strong>,
    },
  ];
  return (
    <>
      <h3>
        Toewijzing{' '}
        {wordt.nummer === null ? (
          'zonder nummer'
        ) : (
          <a href={toChain(wordt.gemeente, wordt.nummer)}>{String(wordt.nummer)}</a>
        )}
        : {names.product(wordt.categorie, wordt.code)}
      </h3>
      <WasWordt titel={`Toewijzing ${wordt.nummer ?? ''}: was en wordt`} van={rijen} />
      {vast === null ? null : boven === null ? (
        <p class="uitleg">Vast signaalbudget van het product: {vast}.</p>
      ) : (
        <p>{boven}</p>
      )}
    </>
  );
}

/** How much of the signaalbudget is used up, now and with the new one. */
function gebruiktRij({ gebruikt, wordt }: BesluitGevolg, was: Toewijzing): readonly Verandering[] {
  if (gebruikt === null || (was.signaalbudget === null && wordt.signaalbudget === null)) return [];
  const van = ({ signaalbudget }: Toewijzing) =>
    signaalbudget === null ? NIETS : usedText(gebruikt, signaalbudget.bedrag);
  return [{ wat: `Gebruikt (${euros(gebruikt)})`, was: van(was), wordt: van(wordt) }];
}

function verschilText(centen: number | null): string {
  return centen === null ? NIETS : `${centen > 0 ? '+' : ''}${euros(centen)}`;
}
