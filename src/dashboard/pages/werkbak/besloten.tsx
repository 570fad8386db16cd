import type { VNode } from 'preact';
import type { Toewijzing } from '../../../dossier/toewijzing.ts';
import type { WerkbakBeeld } from '../../../gateway/werkbak.ts';
import { kenmerkVeld } from '../../../xml/kenmerk.ts';
import { Gelukt } from '../../kit/gelukt.tsx';
import { euros } from '../../kit/value.tsx';
import type { PageRequest } from '../../page.ts';
import { omvangText } from '../../words/care.ts';
import { toChain } from '../../words/links.ts';
import type { Names } from '../../words/names.ts';
import { broughtBy } from './genomen.tsx';
import { periodeText } from './gevolgen.tsx';

type Item = WerkbakBeeld & {
  readonly verzoek: { readonly stand: string; readonly beslistDoor: string | null } | null;
};

/** What was decided on a request, with the way on: to what came of it, to the next request, and back. */
export async function besloten(request: PageRequest, item: Item, names: Names): Promise<VNode | null> {
  const { api, principal, query } = request;
  if (item.verzoek === null) return null;
  const { stand, beslistDoor } = item.verzoek;
  const toegewezen =
    stand === 'toegewezen' && beslistDoor !== null
      ? await broughtBy(request, beslistDoor, item.referentie, item.gemeente)
      : [];
  const volgende =
    query.gedaan === 'besluit' ? (await api.gateway.werkbak.list(principal, { limit: 1 })).items[0]?.item : undefined;
  return (
    <Gelukt>
      <p>
        <strong>{query.gedaan === 'besluit' ? `Vastgelegd: ${stand}.` : `Besloten: ${stand}.`}</strong>
        {beslistDoor === null ? null : (
          <>
            {' '}
            <a href={`/berichten/${beslistDoor}`}>Het bericht dat uitging</a>.
          </>
        )}
      </p>
      {toegewezen.map(({ huidig: t }) => (
        <p>
          <Nummer van={t} />: {names.product(t.categorie, t.code)}, {omvangText(t)}, {periodeText(t)}
          {t.signaalbudget === null ? '.' : `, signaalbudget ${euros(t.signaalbudget.bedrag)}.`}
        </p>
      ))}
      <p>
        {volgende === undefined ? null : (
          <>
            <a href={`/werkbak/${volgende.id}`}>Volgende verzoek: {kenmerkVeld(volgende.referentie)}</a>
            {' · '}
          </>
        )}
        <a href="/werkbak">Naar de werkbak</a>
      </p>
    </Gelukt>
  );
}

function Nummer({ van: { gemeente, nummer } }: { readonly van: Toewijzing }): VNode {
  return nummer === null ? <>Toewijzing</> : <a href={toChain(gemeente, nummer)}>Toewijzing {String(nummer)}</a>;
}
