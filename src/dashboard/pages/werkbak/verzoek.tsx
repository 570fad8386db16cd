import type { VNode } from 'preact';
import type { Toewijzing } from '../../../dossier/toewijzing.ts';
import { leesGeboorte, leesGevraagd } from '../../../requests/gevraagd.ts';
import { leesGewenst } from '../../../requests/gewenst.ts';
import type { Bericht } from '../../../xml/tree.ts';
import { waardeVan } from '../../../xml/tree.ts';
import { Feiten, Sectie } from '../../kit/lijst.tsx';
import { Dag } from '../../kit/value.tsx';
import { omvangText, verwijzerText } from '../../words/care.ts';
import type { Names } from '../../words/names.ts';

/** What is asked, as a person reads it: for whom, what, from when, by whom sent. */
export function Gevraagd(props: {
  readonly bericht: Bericht;
  /** The message that names the child. */
  readonly kind: Bericht | null;
  readonly referentie: string;
  readonly names: Names;
}): VNode {
  const { bericht, referentie, names } = props;
  const vot = leesGevraagd(bericht).filter((product) => product.referentie === referentie);
  return (
    <Sectie kop="Wat er wordt gevraagd">
      <Feiten van={kindFeiten(props.kind ?? bericht)} />
      {vot.map((product) => (
        <Feiten
          van={[
            ['Product', names.product(product.categorie, product.code)],
            ['Vanaf', <Dag op={product.ingangsdatum} />],
            ['Tot en met', product.einddatum === null ? 'geen einddatum' : <Dag op={product.einddatum} />],
            [
              'Omvang',
              product.omvang === null ? omvangText({ ...LEEG, budget: product.budget }) : omvangText(product.omvang),
            ],
            ['Verwijzer', product.verwijzer === '' ? null : verwijzerText(product.verwijzer)],
          ]}
        />
      ))}
      {vot.length === 0 ? <Gewenst bericht={bericht} names={names} /> : null}
    </Sectie>
  );
}

/** Null where the message does not name the child. */
export function naamVan({ inhoud }: Bericht): string | null {
  const naam = [
    waardeVan(inhoud, 'Client/Naam/Voornamen'),
    waardeVan(inhoud, 'Client/Naam/Geslachtsnaam/Voorvoegsel'),
    waardeVan(inhoud, 'Client/Naam/Geslachtsnaam/Achternaam'),
  ].filter((deel) => deel !== undefined);
  return naam.length === 0 ? null : naam.join(' ');
}

/** What is asked, in a few words. */
export function productenVan(
  bericht: Bericht,
  referentie: string,
  names: Names,
  nu: readonly Toewijzing[] = [],
): string {
  const vot = leesGevraagd(bericht).filter((product) => product.referentie === referentie);
  if (vot.length > 0) return vot.map(({ categorie, code }) => names.product(categorie, code)).join(', ');
  const { teWijzigen, nieuw } = leesGewenst(bericht);
  return [
    ...teWijzigen.map(({ nummer }) => {
      const t = nu.find((een) => een.nummer === nummer);
      return t === undefined
        ? `wijziging van toewijzing ${nummer}`
        : `${names.product(t.categorie, t.code)}, wijziging van ${nummer}`;
    }),
    ...nieuw.map(({ categorie, code }) => names.product(categorie, code)),
  ].join(', ');
}

const LEEG = { volume: null, eenheid: null, frequentie: null };

/** Who the child is, as far as the message says. */
export function kindFeiten(bericht: Bericht): readonly (readonly [string, VNode | string | null])[] {
  const { inhoud } = bericht;
  const { datum } = leesGeboorte(bericht);
  return [
    ['Kind', naamVan(bericht)],
    ['Geboren', datum === '' ? null : <Dag op={datum} />],
    ['BSN', waardeVan(inhoud, 'Client/Bsn') ?? null],
  ];
}

/** A JW317: what should change of what is assigned, and what should come beside it. */
function Gewenst({ bericht, names }: { readonly bericht: Bericht; readonly names: Names }): VNode {
  const { teWijzigen, nieuw } = leesGewenst(bericht);
  return (
    <>
      {teWijzigen.map((wens) => (
        <Feiten
          van={[
            ['Wijzig toewijzing', String(wens.nummer)],
            ['Vanaf', <Dag op={wens.gewensteIngangsdatum} />],
            ['Tot en met', wens.einddatum === null ? 'zoals nu' : <Dag op={wens.einddatum} />],
            ['Omvang', omvangText({ ...(wens.omvang ?? LEEG), budget: wens.budget })],
          ]}
        />
      ))}
      {nieuw.map((wens) => (
        <Feiten
          van={[
            ['Nieuw product', names.product(wens.categorie, wens.code)],
            ['Vanaf', <Dag op={wens.gewensteIngangsdatum} />],
            ['Tot en met', wens.einddatum === null ? 'geen einddatum' : <Dag op={wens.einddatum} />],
            ['Omvang', omvangText({ ...(wens.omvang ?? LEEG), budget: wens.budget })],
          ]}
        />
      ))}
    </>
  );
}
