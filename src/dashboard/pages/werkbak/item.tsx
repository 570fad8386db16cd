import type { ComponentChildren } from 'preact';
import { refusal } from '../../../access/actions.ts';
import { inAmsterdam } from '../../../standard/datum.ts';
import { kenmerkVeld } from '../../../xml/kenmerk.ts';
import { Foutlijst } from '../../kit/formulier.tsx';
import { Feiten, Sectie } from '../../kit/lijst.tsx';
import { Tijdlijn } from '../../kit/tijdlijn.tsx';
import { inTurn } from '../../kit/turn.ts';
import { Moment } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest, PageRoute } from '../../page.ts';
import { namesFor } from '../../words/of-request.ts';
import { asAsked } from './as-asked.ts';
import { besloten } from './besloten.tsx';
import { BesluitForm } from './besluit-form.tsx';
import { genomen, metToewijzingen } from './genomen.tsx';
import { type Ingevuld, NIETS_INGEVULD } from './invoer.ts';
import { childOf } from './kind.ts';
import { Gevraagd } from './verzoek.tsx';
import { Afweging } from './weging.tsx';
import { redenTekst, SOORT, Uiterlijk } from './werkbak.tsx';

export const WERKBAK_ITEM: PageRoute = {
  path: '/werkbak/:id',
  action: 'werkbak.read',
  query: ['gedaan'],
  show: (request) => showItem(request, {}),
};

interface Afloop {
  readonly status?: number;
  readonly fouten?: Readonly<Record<string, string>>;
  readonly ingevuld?: Ingevuld;
  /** What a decision would send, with the form that records it: in place of the checks and of the form to fill in. */
  readonly proef?: ComponentChildren;
  readonly melding?: string;
}

const STAND = {
  open: 'wacht op uw besluit',
  onderzoek: 'in onderzoek, wacht op uw besluit',
  toegewezen: 'toegewezen',
  afgewezen: 'afgewezen',
} as const;

/** A request as a person reads it, with the form to decide. */
export async function showItem(request: PageRequest, afloop: Afloop): Promise<PageOutcome> {
  const { api, principal, params } = request;
  const id = params.id ?? '';
  const gelezen = await inTurn(request, 'weging', async () => {
    const gevonden = await api.gateway.werkbak.item(principal, id);
    return { gevonden, bericht: gevonden === undefined ? null : await api.gateway.werkbak.request(principal, id) };
  });
  if (gelezen === null) return { kind: 'busy' };
  const { gevonden, bericht } = gelezen;
  if (gevonden === undefined) return { kind: 'not-found' };
  const { item, toets } = gevonden;
  const names = await namesFor(request);
  const { fouten = {}, ingevuld = NIETS_INGEVULD, melding, proef } = afloop;
  const { verzoek } = item;
  const gevolgen = toets === null || proef !== undefined ? null : await asAsked(request, id);
  const kind = await childOf(request, bericht ?? null, item.gemeente);
  const verhaal = verzoek === null ? undefined : await api.gateway.stories.message(principal, item.berichtId);
  const over = (verhaal?.besluiten ?? []).filter((een) => een.item === item.id);
  const besluiten = await metToewijzingen(request, over);
  const vandaag = inAmsterdam(request.now).datum;
  return {
    kind: 'view',
    status: afloop.status ?? 200,
    title: `Werkbak: ${SOORT[item.soort]} ${kenmerkVeld(item.referentie)}`,
    live: item.open ? [] : ['besluit'],
    body: (
      <>
        <Foutlijst fouten={[...Object.values(fouten), ...(melding === undefined ? [] : [melding])]} />
        {item.open ? null : await besloten(request, item, names)}
        <Feiten
          van={[
            ['Aanbieder', names.party(item.aanbieder)],
            ['Gemeente', names.party(item.gemeente)],
            ['Ontvangen', <Moment op={item.op} />],
            ['Stand', verzoek === null ? 'ingetrokken' : STAND[verzoek.stand]],
            [
              'Besluit uiterlijk',
              item.termijn === null ? null : <Uiterlijk van={item.termijn} vandaag={vandaag} open={item.open} />,
            ],
            ['Waarom het bij u ligt', item.redenen.map(redenTekst).join(' ')],
            ['Bericht', <a href={`/berichten/${item.berichtId}`}>het bericht waarin het staat</a>],
            [
              'Besloten',
              verzoek?.beslistOp == null ? null : (
                <>
                  <Moment op={verzoek.beslistOp} />
                  {verzoek.beslistDoor === null ? null : (
                    <>
                      , <a href={`/berichten/${verzoek.beslistDoor}`}>het antwoord</a>
                    </>
                  )}
                </>
              ),
            ],
          ]}
        />
        {besluiten.length === 0 ? null : (
          <Sectie kop="Wat is besloten" id="besloten">
            <Tijdlijn van={genomen(besluiten, names)} />
          </Sectie>
        )}
        {bericht == null ? null : <Gevraagd {...{ bericht, names, kind }} referentie={item.referentie} />}
        {proef ?? (toets === null ? null : <Afweging toets={toets} gevolgen={gevolgen} names={names} />)}
        {item.open && proef === undefined && refusal(principal, 'decision.make') === null ? (
          <BesluitForm id={item.id} ingevuld={ingevuld} fouten={fouten} />
        ) : null}
      </>
    ),
  };
}
