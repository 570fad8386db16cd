import type { VNode } from 'preact';
import { toonBerichtRegel } from '../../../api/weergave.ts';
import type { ToewijzingBeeld } from '../../../gateway/dossiers.ts';
import type { BerichtRegel } from '../../../gateway/messages.ts';
import type { SignaalBeeld } from '../../../gateway/signals.ts';
import type { TermijnBeeld } from '../../../gateway/terms.ts';
import { Judged } from '../../kit/judged.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Sent } from '../../kit/sent.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import type { TabelBeeld } from '../../kit/table-data.tsx';
import { type Gebeurd, Tijdlijn } from '../../kit/tijdlijn.tsx';
import { dayText } from '../../kit/value.tsx';
import type { PageRequest } from '../../page.ts';
import { type Answered, answeredBy } from '../../words/answered.ts';
import { findingText } from '../../words/finding.ts';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { isSent } from '../../words/sent.ts';
import { TERMIJN_NAMEN } from '../../words/terms.ts';
import { berichtenTabel } from '../berichten/tabel.tsx';

const HOOGSTENS = 500;

/** All that belongs to one toewijzing. */
export interface Ketting {
  readonly berichten: readonly BerichtRegel[];
  readonly termijnen: readonly TermijnBeeld[];
  readonly signalen: readonly SignaalBeeld[];
  /** Ids of messages that the gemeente decides on yet. */
  readonly undecided: ReadonlySet<string>;
  /** By id what answers among them answer. */
  readonly answered: ReadonlyMap<string, Answered>;
}

/** Messages that name it or its request, terms that run for it, signals about it: as far as the asker may see them. */
export async function ketting(request: PageRequest, { huidig }: ToewijzingBeeld): Promise<Ketting> {
  const { api, principal } = request;
  const { gemeente, aanbieder, nummer, referentieAanbieder: referentie } = huidig;
  const tussen = (een: { readonly gemeente: string | null; readonly aanbieder: string | null }) =>
    een.aanbieder === aanbieder && een.gemeente === gemeente;
  const zoek = (wat: object) =>
    api.gateway.messages.list(principal, { ...wat, partij: aanbieder, limit: HOOGSTENS }).then(({ items }) => items);
  const [opNummer, opReferentie, termijnen, signalen] = await Promise.all([
    nummer === null ? [] : zoek({ toewijzing: nummer }),
    referentie === null ? [] : zoek({ referentie }),
    api.gateway.terms.list(principal, { limit: HOOGSTENS }),
    api.gateway.signals.list(principal, { limit: HOOGSTENS }),
  ]);
  const berichten = new Map([...opReferentie, ...opNummer].map((bericht) => [bericht.id, bericht]));
  const zelfde = (een: { readonly toewijzingNummer: number | null }) => een.toewijzingNummer === nummer;
  const [undecided, answered] = await Promise.all([
    api.gateway.stories.undecided(principal, [...berichten.values()]),
    answeredBy(request, [...berichten.values()]),
  ]);
  return {
    ...{ undecided, answered },
    berichten: [...berichten.values()].toSorted((een, ander) => een.ontvangenOp.localeCompare(ander.ontvangenOp)),
    termijnen: termijnen.items.filter(
      (een) => tussen(een) && (zelfde(een) || (referentie !== null && een.referentie === referentie)),
    ),
    signalen: signalen.filter((een) => tussen(een) && zelfde(een)),
  };
}

/** From the request to the last answer, what is waited for, and the same as a table. */
export function Lijn(props: {
  readonly van: Ketting;
  readonly beeld: ToewijzingBeeld;
  readonly besluiten: readonly Gebeurd[];
  readonly names: Names;
}): {
  readonly body: VNode;
  readonly tables: readonly TabelBeeld[];
} {
  const { van, besluiten, names } = props;
  const gebeurd: Gebeurd[] = [
    ...van.berichten
      .map((een) => ({ ...toonBerichtRegel(een), zegt: een.zegt }))
      .map((b) => ({
        op: b.ontvangenOp,
        wat: (
          <>
            <a href={`/berichten/${b.id}`}>{messageName(b.type)}</a> van {names.party(b.afzender)}{' '}
            {isSent(b) ? (
              <Sent van={b} beantwoord={van.answered.get(b.inAntwoordOp ?? '')?.status} />
            ) : (
              <Judged van={b} />
            )}
            {van.undecided.has(b.id) ? ', wacht op een besluit van de gemeente' : null}
          </>
        ),
      })),
    ...besluiten,
    ...van.signalen.map((s) => ({
      op: s.op,
      wat: (
        <>
          <Merk toon="let-op">signaal</Merk> {names.named(findingText(s.melding))}
        </>
      ),
    })),
  ];
  const beeld = berichtenTabel(
    van.berichten,
    names,
    'Er zijn geen berichten over deze toewijzing die u mag zien.',
    van.undecided,
    van.answered,
  );
  const body = (
    <>
      {van.termijnen.length === 0 ? null : (
        <Sectie kop="Waarop wordt gewacht">
          <ul>
            {van.termijnen.map((t) => (
              <li>
                {names.party(t.partij)}: {TERMIJN_NAMEN[t.soort]}, uiterlijk {dayText(t.uiterlijk)}
              </li>
            ))}
          </ul>
        </Sectie>
      )}
      <Sectie kop="Tijdlijn">
        <Tijdlijn van={gebeurd.toSorted((een, ander) => een.op.localeCompare(ander.op))} />
        <details>
          <summary>De berichten als tabel</summary>
          <Tabel van={beeld} />
        </details>
      </Sectie>
    </>
  );
  return { body, tables: [beeld] };
}
