import { toonBerichtRegel } from '../../../api/weergave.ts';
import type { BerichtRegel } from '../../../gateway/messages.ts';
import { Judged } from '../../kit/judged.tsx';
import { Sent } from '../../kit/sent.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { Moment } from '../../kit/value.tsx';
import type { Answered } from '../../words/answered.ts';
import { findingText } from '../../words/finding.ts';
import { MESSAGE_NAMES } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { answerOf, deliveryOf, isSent, saysOf } from '../../words/sent.ts';
import { whyText } from '../../words/why.ts';

type Regel = ReturnType<typeof toonBerichtRegel> & Pick<BerichtRegel, 'zegt' | 'zegtCodes'>;

/**
 * A list of messages: what came, between whom, what became of it and why. `undecided`: those that the gemeente decides on yet;
 * `answered`: what the answers among them answer.
 */
export function berichtenTabel(
  items: readonly BerichtRegel[],
  names: Names,
  leeg: string,
  undecided: ReadonlySet<string>,
  answered: ReadonlyMap<string, Answered>,
): TabelBeeld {
  const beantwoord = ({ inAntwoordOp }: Regel) => answered.get(inAntwoordOp ?? '');
  return tabel<Regel>({
    naam: 'berichten',
    titel: 'Berichten',
    leeg,
    rijen: items.map((een) => ({ ...toonBerichtRegel(een), zegt: een.zegt, zegtCodes: een.zegtCodes })),
    kolommen: [
      {
        kop: 'Ontvangen',
        waarde: ({ ontvangenOp }) => ({ moment: ontvangenOp }),
        toon: ({ ontvangenOp, id }) => (
          <a href={`/berichten/${id}`}>
            <Moment op={ontvangenOp} />
          </a>
        ),
      },
      { kop: 'Soort', waarde: ({ type }) => type, toon: ({ type }) => soort(type) },
      { kop: 'Identificatie', waarde: ({ identificatie }) => identificatie },
      { kop: 'Van', waarde: ({ afzender }) => names.party(afzender) },
      { kop: 'Aan', waarde: ({ ontvanger }) => names.party(ontvanger) },
      {
        kop: 'Status',
        waarde: (regel) =>
          isSent(regel)
            ? [answerOf(regel, beantwoord(regel)?.status), deliveryOf(regel)]
                .flatMap((deel) => deel?.wat ?? [])
                .join(', ')
            : (saysOf(regel)?.wat ?? regel.status),
        toon: (regel) => (
          <>
            {isSent(regel) ? <Sent van={regel} beantwoord={beantwoord(regel)?.status} /> : <Judged van={regel} />}
            {undecided.has(regel.id) ? <small class="uitleg">wacht op een besluit van de gemeente</small> : null}
          </>
        ),
      },
      { kop: 'Waarom', waarde: (regel) => whyText(regel, beantwoord(regel)) },
      { kop: 'Regio', waarde: ({ regio }) => regio },
      { kop: 'Id', waarde: ({ id }) => id, alleenBestand: true },
      { kop: 'Code afzender', waarde: ({ afzender }) => afzender, alleenBestand: true },
      { kop: 'Code ontvanger', waarde: ({ ontvanger }) => ontvanger, alleenBestand: true },
      { kop: 'Eerste bevinding', waarde: eersteBevinding, alleenBestand: true },
    ],
  });
}

function eersteBevinding({ bevindingen: [eerste] }: Regel): string | null {
  return eerste === undefined ? null : findingText(eerste.melding);
}

function soort(type: Regel['type']) {
  return type === null ? 'onleesbaar' : <abbr title={MESSAGE_NAMES[type]}>{type}</abbr>;
}
