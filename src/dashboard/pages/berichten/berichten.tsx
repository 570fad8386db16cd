import { bladzijdeVan } from '../../../api/bladzijde.ts';
import { filterVan } from '../../../api/periode.ts';
import { Blader } from '../../kit/blader.tsx';
import { Foutlijst } from '../../kit/formulier.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import type { PageOutcome, PageRequest, PageRoute, Post, View } from '../../page.ts';
import { answeredBy } from '../../words/answered.ts';
import { findParty, partiesFor } from '../../words/find-party.ts';
import { toMessages } from '../../words/links.ts';
import { namesOf } from '../../words/names.ts';
import { regionsFor } from '../../words/regions.ts';
import { Bewaard, type NietBewaard } from './bewaard.tsx';
import { searchByBsn, ZoekOpBsn } from './bsn.tsx';
import { BerichtenFilter, FILTER_NAMES, type ReadFilter, readFilter } from './filter.tsx';
import { berichtenTabel } from './tabel.tsx';

const PER_BLADZIJDE = 50;
/** Of a list that is asked for as a file. */
const IN_BESTAND = 5_000;
const PER_KEER = 500;

/** `/berichten`: newest first, with the filters of the API in the address. */
export const BERICHTEN: PageRoute = {
  path: '/berichten',
  action: 'message.list',
  query: FILTER_NAMES,
  show: async (request) => (await byName(request)) ?? showBerichten(request),
};

/** A party that was asked for by its name: the same list under its code, which is what the address keeps. */
async function byName(request: PageRequest): Promise<PageOutcome | null> {
  const { api, principal, query } = request;
  if (query.partij === undefined || /^\d+$/.test(query.partij)) return null;
  const gevonden = findParty(query.partij, partiesFor(principal, await api.gateway.agreements.names(principal)));
  return 'fout' in gevonden
    ? showBerichten(request, undefined, gevonden.fout)
    : { kind: 'to', url: toMessages({ ...query, partij: gevonden.code }) };
}

/** A BSN never stands in an address, so it is looked up by a form. */
export const BERICHTEN_ZOEKEN: Post = { path: '/berichten', action: 'client.search', act: searchByBsn };

/** The list, also after a search could not be kept. */
export async function showBerichten(request: PageRequest, niet?: NietBewaard, naamFout?: string): Promise<View> {
  const { principal, api, whole } = request;
  const known = await api.gateway.agreements.names(principal);
  const gelezen = readFilter(request);
  const { asked } = gelezen;
  const fouten = naamFout === undefined ? gelezen.fouten : { ...gelezen.fouten, partij: naamFout };
  const goed = Object.keys(fouten).length === 0;
  const { items, next } = goed ? await vind(request, asked, whole ? IN_BESTAND : PER_BLADZIJDE) : NIETS;
  const searches = await api.gateway.savedSearches.list(principal);
  const { na: _na, ...zonderBlad } = request.query;
  const vraag = goed ? new URLSearchParams(zonderBlad).toString() : '';
  const [undecided, answered] = await Promise.all([
    api.gateway.stories.undecided(principal, items),
    answeredBy(request, items),
  ]);
  const beeld = berichtenTabel(items, namesOf(known), LEEG, undecided, answered);
  const regios = regionsFor(principal, known).map(({ code, naam }) => ({ waarde: code, tekst: naam }));
  return {
    kind: 'view',
    status: niet !== undefined ? 422 : goed ? 200 : 400,
    title: 'Berichten',
    tables: [beeld],
    live: ['bericht.ontvangen', 'bericht.beoordeeld', 'bericht.vastgelopen', 'besluit'],
    body: (
      <>
        <Foutlijst fouten={[...Object.values(fouten), ...(niet === undefined ? [] : [niet.fout])]} />
        <Bewaard request={request} searches={searches} vraag={vraag} niet={niet} />
        <BerichtenFilter {...{ asked, fouten, regios }} partijen={partiesFor(principal, known)} />
        <ZoekOpBsn />
        {asked.status === undefined ? null : <p class="uitleg">{OVER_STATUS}</p>}
        {goed ? <Tabel van={beeld} /> : null}
        <Blader next={next} eerste={asked.na === undefined} />
      </>
    ),
  };
}

const NIETS = { items: [], next: null };
const LEEG = 'Er zijn geen berichten die hieraan voldoen. Maak het filter ruimer.';
/** The list says of an answer what it says, which is not how it was judged itself. */
const OVER_STATUS =
  'Status is hoe de gateway het bericht zelf beoordeelde. Een antwoord dat klopt (zoals JW306 of JW319) staat onder goedgekeurd, ook als het iets afwijst: zoek het op soort, en lees in de lijst wat het zegt.';

/** One page, or for a file as many as it may hold. */
async function vind({ api, principal }: PageRequest, asked: ReadFilter['asked'], hoogstens: number) {
  const limit = Math.min(hoogstens, PER_KEER);
  const vraag = { ...filterVan(asked), ...bladzijdeVan({ ...asked, limit }) };
  let { items, next } = await api.gateway.messages.list(principal, vraag);
  while (next !== null && items.length < hoogstens && hoogstens > PER_BLADZIJDE) {
    const meer = await api.gateway.messages.list(principal, { ...vraag, na: next });
    items = [...items, ...meer.items];
    next = meer.next;
  }
  return { items, next };
}
