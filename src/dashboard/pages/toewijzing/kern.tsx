import type { VNode } from 'preact';
import type { ToewijzingBeeld } from '../../../gateway/dossiers.ts';
import { kenmerkVeldOfNull } from '../../../xml/kenmerk.ts';
import { Feiten } from '../../kit/lijst.tsx';
import { Dag } from '../../kit/value.tsx';
import { omvangText, redenWijzigingText } from '../../words/care.ts';
import type { Names } from '../../words/names.ts';

/** What holds now. */
export function Kern({
  beeld: { huidig: t },
  names,
}: {
  readonly beeld: ToewijzingBeeld;
  readonly names: Names;
}): VNode {
  return (
    <Feiten
      van={[
        ['Gemeente', names.party(t.gemeente)],
        ['Aanbieder', names.party(t.aanbieder)],
        ['Product', names.product(t.categorie, t.code)],
        ['Omvang', omvangText(t)],
        ['Ingangsdatum', <Dag op={t.ingangsdatum} />],
        ['Einddatum', t.einddatum === null ? 'geen' : <Dag op={t.einddatum} />],
        ['Toegewezen', <Dag op={t.toewijzingsdatum} />],
        ['Reden van wijziging in het bericht', redenWijzigingText(t.redenWijziging)],
        ['Referentie van de aanbieder', kenmerkVeldOfNull(t.referentieAanbieder)],
        ['Stand', t.voorlopig ? 'voorlopig, tot de aanbieder haar heeft geaccepteerd' : null],
        ['Bericht', <a href={`/berichten/${t.berichtId}`}>de toewijzing zoals verstuurd</a>],
      ]}
    />
  );
}
