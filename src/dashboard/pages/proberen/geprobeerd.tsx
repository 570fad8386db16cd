import type { VNode } from 'preact';
import type { DryRun } from '../../../gateway/trials/dry-run.ts';
import { Status } from '../../kit/merk.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { findingText } from '../../words/finding.ts';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { Bevindingen } from '../bericht/bevindingen.tsx';
import { Alsof, tegenWat, Voorgeschiedenis } from './voorgeschiedenis.tsx';

/** What became of one of several files. */
export interface Geprobeerd {
  readonly naam: string;
  readonly type: string | null;
  /** Null: it would not be taken. */
  readonly status: string | null;
  readonly aantal: number;
  readonly eerste: string | null;
}

export const TE_GROOT = { kind: 'too-large', melding: 'Een bericht is ten hoogste 25 MiB.' } as const;

export function geprobeerd(naam: string, proef: DryRun | typeof TE_GROOT, names: Names): Geprobeerd {
  if (proef.kind !== 'judged') {
    const eerste = proef.kind === 'too-large' ? proef.melding : refused(proef, names);
    return { naam, type: null, status: null, aantal: 0, eerste };
  }
  const { type, status, bevindingen } = proef;
  const [eerste] = bevindingen;
  return {
    naam,
    type,
    status,
    aantal: bevindingen.length,
    eerste: eerste === undefined ? null : findingText(eerste.melding),
  };
}

export function refused(proef: Exclude<DryRun, { kind: 'judged' }>, names: Names): string {
  if (proef.kind === 'unidentifiable') return proef.bevinding.melding;
  if (proef.kind === 'frozen') return 'Volgens de afspraken worden berichten van deze release nu niet aangenomen.';
  return proef.zender === null
    ? 'In de kop van het bericht staat niet wie het verstuurt.'
    : `Dit bericht is van ${names.party(proef.zender)}. U kunt alleen berichten proberen die u zelf mag versturen.`;
}

/** Findings of one file that are shown where there are several. */
const PER_BESTAND = 20;

/** The report of one of several files. */
export function Verslag(props: {
  readonly naam: string;
  readonly proef: Extract<DryRun, { kind: 'judged' }>;
  readonly bytes: Uint8Array;
  readonly names: Names;
}): VNode {
  const { naam, proef, bytes, names } = props;
  const { type, status, bevindingen, antwoorden, alsof } = proef;
  return (
    <details>
      <summary>
        {naam}: {messageName(type)}, <Status is={status} />
      </summary>
      <Alsof nummers={alsof} />
      <Bevindingen
        {...{ van: bevindingen.slice(0, PER_BESTAND), xml: new TextDecoder().decode(bytes), names, bij: tegenWat }}
      />
      <Voorgeschiedenis van={bevindingen} type={type} alsof={alsof} />
      {bevindingen.length > PER_BESTAND ? (
        <p>Nog {bevindingen.length - PER_BESTAND} bevindingen. Probeer dit bestand alleen om ze alle te zien.</p>
      ) : null}
      <p>
        {antwoorden.length === 0
          ? 'Er zou geen bericht uitgaan.'
          : `Er zou uitgaan: ${antwoorden.map((antwoord) => antwoord.type).join(', ')}.`}
      </p>
    </details>
  );
}

export function geprobeerdTabel(rijen: readonly Geprobeerd[]): TabelBeeld {
  return tabel<Geprobeerd>({
    ...{ naam: 'geprobeerd', titel: 'Geprobeerde bestanden', leeg: 'Geen bestanden.', rijen },
    kolommen: [
      { kop: 'Bestand', waarde: ({ naam }) => naam },
      { kop: 'Soort', waarde: ({ type }) => type },
      {
        kop: 'Oordeel',
        waarde: ({ status }) => status ?? 'niet aangenomen',
        toon: ({ status }) => (status === null ? 'niet aangenomen' : <Status is={status} />),
      },
      { kop: 'Bevindingen', waarde: ({ aantal }) => aantal },
      { kop: 'De eerste', waarde: ({ eerste }) => eerste },
    ],
  });
}
