import type { VNode } from 'preact';
import type { PastGrant } from '../../../gateway/people/stories.ts';
import { Sectie } from '../../kit/lijst.tsx';
import { Tijdlijn } from '../../kit/tijdlijn.tsx';
import { euros } from '../../kit/value.tsx';
import type { Names } from '../../words/names.ts';

/** Maatwerk that was granted: when, by whom and how much; its reason and plan for the gemeente alone. No table: its files would lie about. */
export function Toegekend({ van, names }: { readonly van: readonly PastGrant[]; readonly names: Names }): VNode | null {
  if (van.length === 0) return null;
  return (
    <Sectie kop="Toegekend maatwerk" id="toegekend">
      <Tijdlijn
        van={van.map((een) => ({
          op: een.op,
          wat: (
            <>
              {names.party(een.gemeente)} kende een signaalbudget van {euros(een.bedrag)} toe
              {een.waarom?.door == null ? '' : `, met de sleutel “${een.waarom.door}”`}
              {een.bericht === null ? null : (
                <>
                  : <a href={`/berichten/${een.bericht}`}>de JW301 die daarvoor uitging</a>
                </>
              )}
              .{een.waarom === null ? null : <span class="uitleg">Reden: {een.waarom.reden}</span>}
              {een.waarom?.plan == null ? null : <span class="uitleg">Plan: {een.waarom.plan}</span>}
            </>
          ),
        }))}
      />
    </Sectie>
  );
}
