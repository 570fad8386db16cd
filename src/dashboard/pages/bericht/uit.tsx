import type { VNode } from 'preact';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { Status } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';

type Antwoord = BerichtBeeld['antwoorden'][number];
type Aflevering = BerichtBeeld['afleveringen'][number];

/** What went out because of this message, and to whom it was delivered. */
export function uitgegaanTabellen(
  { id, antwoorden, afleveringen }: BerichtBeeld,
  names: Names,
  opnieuw: boolean,
): readonly TabelBeeld[] {
  return [
    tabel<Antwoord>({
      naam: 'antwoorden',
      titel: 'Antwoorden',
      leeg: 'Er is (nog) niets naar aanleiding van dit bericht verstuurd.',
      rijen: antwoorden,
      kolommen: [
        {
          kop: 'Bericht',
          waarde: ({ type }) => messageName(type),
          toon: ({ id, type }) => <a href={`/berichten/${id}`}>{messageName(type)}</a>,
        },
        { kop: 'Aan', waarde: ({ ontvanger }) => names.party(ontvanger) },
      ],
    }),
    tabel<Aflevering>({
      naam: 'afleveringen',
      titel: 'Afleveringen',
      leeg: 'Dit bericht is bij niemand afgeleverd.',
      rijen: afleveringen,
      kolommen: [
        { kop: 'Bij', waarde: ({ partij }) => names.party(partij) },
        { kop: 'Langs', waarde: ({ kanaal }) => kanaal },
        {
          kop: 'Stand',
          waarde: ({ status }) => status,
          toon: (aflevering) => (
            <>
              <Status is={aflevering.status} />
              {opnieuw && aflevering.status !== 'bevestigd' ? <Opnieuw bericht={id} aflevering={aflevering} /> : null}
            </>
          ),
        },
        { kop: 'Pogingen', waarde: ({ pogingen }) => pogingen },
        { kop: 'Laatste fout', waarde: ({ fout }) => fout },
        { kop: 'Sinds', waarde: ({ op }) => ({ moment: op }) },
      ],
    }),
  ];
}

function Opnieuw({ bericht, aflevering }: { readonly bericht: string; readonly aflevering: Aflevering }): VNode {
  return (
    <Formulier
      action={`/berichten/${bericht}/aflevering`}
      class="kort"
      label={`Opnieuw afleveren bij ${aflevering.partij}`}
    >
      <input type="hidden" name="aflevering" value={aflevering.id} />
      <Knop rustig>Lever opnieuw af</Knop>
    </Formulier>
  );
}

export function Uitgegaan({ tabellen }: { readonly tabellen: readonly TabelBeeld[] }): VNode {
  return (
    <>
      {tabellen.map((een) => (
        <Sectie kop={een.titel}>
          <Tabel van={een} />
        </Sectie>
      ))}
    </>
  );
}
