import type { VNode } from 'preact';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { Sectie } from '../../kit/lijst.tsx';
import { Status } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';

type Antwoord = BerichtBeeld['antwoorden'][number];
type Aflevering = BerichtBeeld['afleveringen'][number];

/** What went out because of this message, and to whom it was delivered. */
export function uitgegaanTabellen({ antwoorden, afleveringen }: BerichtBeeld, names: Names): readonly TabelBeeld[] {
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
        { kop: 'Stand', waarde: ({ status }) => status, toon: ({ status }) => <Status is={status} /> },
        { kop: 'Sinds', waarde: ({ op }) => ({ moment: op }) },
      ],
    }),
  ];
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
