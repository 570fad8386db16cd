import type { VNode } from 'preact';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { Tabel } from '../../kit/tabel.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import type { PageRequest } from '../../page.ts';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { answerOf, isSent, refusesRequest, saysOf } from '../../words/sent.ts';
import { codesText } from '../../words/why.ts';
import { Bevindingen } from './bevindingen.tsx';
import { type RetourcodeOver, retourcodesIn } from './retourcodes.ts';
import { vanDeDag } from './volume.ts';

/** The message that an answer of the gateway answers; its text where who looks may see it without a reason. */
export interface Beantwoord {
  readonly bericht: BerichtBeeld;
  readonly xml: string | null;
}

/** Null where it answers nothing, or nothing in sight. */
export async function beantwoordDoor(
  { api, principal }: PageRequest,
  antwoord: BerichtBeeld,
): Promise<Beantwoord | null> {
  const { inAntwoordOp } = antwoord;
  if (!isSent(antwoord) || inAntwoordOp === null) return null;
  const bericht = await api.gateway.messages.read(principal, inAntwoordOp);
  if (bericht === undefined) return null;
  const toont = principal.kind === 'party' && answerOf(antwoord, bericht.status) !== null;
  const bytes = toont ? await api.gateway.messages.openBody(principal, inAntwoordOp, null) : undefined;
  return { bericht, xml: bytes === undefined ? null : new TextDecoder().decode(bytes) };
}

const GOED = { toon: 'goed' } as const;

/** Why an answer of the gateway refuses: the findings on what it answers, which are not its own. Null where it does not refuse. */
export function WaaromGeweigerd(props: {
  readonly antwoord: BerichtBeeld;
  readonly op: Beantwoord | null;
  readonly names: Names;
}): VNode | null {
  const { antwoord, op, names } = props;
  if (isSent(antwoord) && refusesRequest(antwoord)) return <Afgewezen antwoord={antwoord} />;
  // What only signals something refuses nothing.
  const bevindingen = op?.bericht.bevindingen.filter(({ ernst }) => ernst === 'fout') ?? [];
  if (op === null || bevindingen.length === 0) return null;
  if ((answerOf(antwoord, op.bericht.status) ?? GOED).toon === 'goed') return null;
  const { id, type } = op.bericht;
  return (
    <>
      <p>
        Dit antwoord zegt wat er mis is met{' '}
        <a href={`/berichten/${id}#bevindingen`}>het bericht waarop dit het antwoord is ({messageName(type)})</a>. De
        plaatsen hieronder staan in dat bericht.
      </p>
      <Bevindingen van={bevindingen} xml={op.xml} names={names} bij={vanDeDag} />
    </>
  );
}

/** A request that is refused has no findings: nothing is wrong with it as a message. */
function Afgewezen({ antwoord }: { readonly antwoord: BerichtBeeld }): VNode {
  const { inAntwoordOp } = antwoord;
  const waarom = codesText(antwoord).join(', ');
  return (
    <p>
      Dit antwoord wijst het verzoek af{waarom === '' ? '' : `; ${waarom}`}.
      {inAntwoordOp === null ? null : (
        <>
          {' '}
          Wat is gevraagd staat in <a href={`/berichten/${inAntwoordOp}`}>het verzoek waarop dit het antwoord is</a>.
        </>
      )}
    </p>
  );
}

/** The retourcodes of an answer that came in: where they stand with its text, else which there are. Null where it refuses nothing. */
export function retourcodesTabel(bericht: BerichtBeeld, xml: string | null): TabelBeeld | null {
  if (saysOf(bericht) === null) return null;
  const gezegd = xml === null ? [] : retourcodesIn(xml);
  if (gezegd.length === 0) return null;
  const bedragen = gezegd.some(({ bedrag }) => bedrag !== null);
  return tabel<RetourcodeOver>({
    naam: 'retourcodes',
    titel: 'Retourcodes',
    leeg: '',
    rijen: gezegd,
    kolommen: [
      { kop: 'Over', waarde: ({ over }) => (over === 'Header' ? 'het bericht als geheel' : over) },
      { kop: 'Nummer', waarde: ({ nummer }) => nummer },
      ...(bedragen ? [{ kop: 'Ingediend', waarde: ({ bedrag }: RetourcodeOver) => ({ euro: bedrag }) }] : []),
      { kop: 'Retourcode', waarde: ({ code }) => code },
      { kop: 'Betekenis', waarde: ({ betekent }) => betekent ?? 'zie het bericht waarop dit antwoordt' },
    ],
  });
}

/** What a system of a party answered: by the table where the text may be shown, else by what was kept of it. */
export function Gezegde(props: { readonly bericht: BerichtBeeld; readonly beeld: TabelBeeld | null }): VNode {
  const { bericht, beeld } = props;
  const codes = codesText(bericht);
  return (
    <>
      <p>
        Op dit antwoord zelf is niets aan te merken.
        {codes.length === 0 ? ' Wat het zegt staat hierboven en in de inhoud.' : ` Het zegt: ${codes.join('; ')}.`}
      </p>
      {beeld === null ? null : <Tabel van={beeld} />}
    </>
  );
}
