import type { VNode } from 'preact';
import { Formulier, Knop, Veld } from '../../kit/formulier.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import type { TabelBeeld } from '../../kit/table-data.tsx';
import type { PageRequest, View } from '../../page.ts';
import { answeredBy } from '../../words/answered.ts';
import { toMessages } from '../../words/links.ts';
import { namesFor } from '../../words/of-request.ts';
import { berichtenTabel } from './tabel.tsx';

/** Of one child; more than this nobody reads on a screen. */
const HOOGSTENS = 500;

/** The answer to the form: what was exchanged about this child, as far as the asker may see it. Written down. */
export async function searchByBsn(request: PageRequest): Promise<View> {
  const bsn = request.form.text('bsn').replaceAll(/[\s.]/g, '');
  const gevonden = /^\d{9}$/.test(bsn)
    ? await request.api.gateway.messages.ofClient(request.principal, bsn, { limit: HOOGSTENS })
    : undefined;
  if (gevonden === undefined) return toon(null, FOUT);
  const beeld = berichtenTabel(
    gevonden.items,
    await namesFor(request),
    'Er zijn geen beoordeelde berichten over dit BSN die u mag zien.',
    await request.api.gateway.stories.undecided(request.principal, gevonden.items),
    await answeredBy(request, gevonden.items),
  );
  return toon(
    <>
      <p>
        {gevonden.next === null
          ? 'Alle beoordeelde berichten over dit BSN.'
          : `De nieuwste ${HOOGSTENS} berichten over dit BSN.`}
      </p>
      <Tabel van={beeld} />
      <p class="bericht-vak">
        Geweigerde berichten staan hier niet bij: de gateway kon ze niet lezen, en weet dus niet over welk kind ze gaan.
        Zoek zo’n bericht op Identificatie, of kijk bij{' '}
        <a href={toMessages({ status: 'geweigerd' })}>alle geweigerde berichten</a>. Ook wat nog op beoordeling wacht is
        hier nog niet te vinden.
      </p>
      <p>
        <a href="/berichten">Naar alle berichten</a>
      </p>
    </>,
    undefined,
    [beeld],
  );
}

const FOUT = 'Dit is geen BSN: een BSN heeft negen cijfers en voldoet aan de 11-proef. Kijk het na.';

function toon(body: VNode | null, fout?: string, tables: readonly TabelBeeld[] = []): View {
  return {
    kind: 'view',
    status: fout === undefined ? 200 : 422,
    title: 'Berichten over een BSN',
    tables,
    body: (
      <>
        <ZoekOpBsn fout={fout} />
        {body}
      </>
    ),
  };
}

export function ZoekOpBsn({ fout }: { readonly fout?: string | undefined }): VNode {
  return (
    <details class="zoek-bsn" open={fout !== undefined}>
      <summary>Zoek op BSN</summary>
      <Formulier action="/berichten" label="Zoek op BSN" class="filter">
        <Veld
          naam="bsn"
          label="BSN"
          cijfers
          fout={fout}
          uitleg="Het BSN komt niet in het adres en niet in een logboek; dat u zocht wordt vastgelegd."
        />
        <Knop>Zoek op BSN</Knop>
      </Formulier>
    </details>
  );
}
