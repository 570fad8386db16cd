import type { VNode } from 'preact';
import { isUndecided, type Story } from '../../../gateway/people/stories.ts';
import { Merk } from '../../kit/merk.tsx';
import { count } from '../../kit/value.tsx';

type Verzoeken = Story['verzoeken'];

/**
 * Of a request that was approved as a message: whether the gemeente still decides on it, or what it decided. Null where it
 * holds none: then what the status says is all there is.
 */
export function StandVanVerzoeken(props: { readonly van: Verzoeken; readonly werkbak: boolean }): VNode | null {
  const { van, werkbak } = props;
  if (van.length === 0) return null;
  const open = van.filter(isUndecided);
  if (open.length === 0) {
    return (
      <>
        <Merk toon="goed">goedgekeurd</Merk> {besloten(van)}
      </>
    );
  }
  const items = open.flatMap(({ item }) => (item === null ? [] : [item]));
  return (
    <>
      <Merk toon="bezig">goedgekeurd, wacht op een besluit van de gemeente</Merk> {waarover(open.length, van.length)} Er
      is daarvoor nog niets toegewezen of afgewezen.
      {werkbak && items.length > 0 ? (
        <>
          {' '}
          In de werkbak:{' '}
          {items.map((item, i) => (
            <>
              {i === 0 ? '' : ', '}
              <a href={`/werkbak/${item}`}>{items.length === 1 ? 'beslis op dit verzoek' : `verzoek ${i + 1}`}</a>
            </>
          ))}
          .
        </>
      ) : null}
    </>
  );
}

function waarover(open: number, alle: number): string {
  if (alle === 1) return 'Het bericht klopt; over het verzoek beslist de gemeente nog.';
  const hoeveel = open === alle ? allemaal(alle) : `${count(open)} van de ${count(alle)}`;
  return `Het bericht klopt; over ${hoeveel} verzoeken beslist de gemeente nog.`;
}

function besloten(van: Verzoeken): string {
  const standen = new Map<string, number>();
  for (const { stand } of van) standen.set(stand, (standen.get(stand) ?? 0) + 1);
  const [[stand, aantal] = ['', 0]] = standen;
  if (van.length === 1) return `Het bericht is goedgekeurd en het verzoek is ${stand}.`;
  if (aantal === van.length) return `Het bericht is goedgekeurd en ${allemaal(aantal)} verzoeken zijn ${stand}.`;
  const delen = [...standen].map(([welke, hoeveel]) => `${count(hoeveel)} ${welke}`);
  return `Het bericht is goedgekeurd; van de ${count(van.length)} verzoeken: ${delen.join(', ')}.`;
}

function allemaal(aantal: number): string {
  return aantal === 2 ? 'beide' : `alle ${count(aantal)}`;
}
