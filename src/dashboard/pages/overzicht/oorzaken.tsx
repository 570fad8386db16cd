import type { VNode } from 'preact';
import type { OorzaakBeeld } from '../../../gateway/refused/causes.ts';
import { Sectie } from '../../kit/lijst.tsx';
import { count } from '../../kit/value.tsx';
import { causeMeans } from '../../words/causes.ts';
import { toMessages } from '../../words/links.ts';
import type { Names } from '../../words/names.ts';
import type { Period } from './period.ts';

const EERSTE = 5;

/** The first causes of what was refused. */
export function Oorzaken(props: {
  readonly causes: readonly OorzaakBeeld[];
  readonly names: Names;
  readonly period: Period;
  readonly regio: string | undefined;
}): VNode | null {
  const { causes, names, period, regio } = props;
  if (causes.length === 0) return null;
  const { van, tot } = period;
  return (
    <Sectie kop="Waarom er is afgewezen">
      <ol>
        {causes.slice(0, EERSTE).map(({ partij, type, regel, retourcode, regels, berichten }) => (
          <li>
            <a href={toMessages({ partij, type, regel, van, tot, regio })}>
              {count(regels)} keer {regel}
            </a>{' '}
            van {names.party(partij)}, in {count(berichten)} {berichten === 1 ? 'bericht' : 'berichten'} {type ?? ''}.{' '}
            {causeMeans(regel, retourcode)}
          </li>
        ))}
      </ol>
      <p>
        <a href={`/oorzaken?van=${van}&tot=${tot}${regio === undefined ? '' : `&regio=${encodeURIComponent(regio)}`}`}>
          Alle oorzaken
        </a>
      </p>
    </Sectie>
  );
}
