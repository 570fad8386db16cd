import type { OorzaakBeeld } from '../../../gateway/refused/causes.ts';
import { Tekstvak } from '../../kit/formulier.tsx';
import { inTurn } from '../../kit/turn.ts';
import type { PageRequest, PageRoute } from '../../page.ts';
import { toMessages } from '../../words/links.ts';
import type { Names } from '../../words/names.ts';
import { namesFor } from '../../words/of-request.ts';
import { type Aanleiding, brief } from './brief.ts';
import { ONLEESBAAR, TEKST_PATH } from './naar-tekst.ts';
import { isAfgewezen } from './wat-te-doen.ts';

const IN_LIJST = 40;
/** So many of them are read whole, for what their findings say. */
const GELEZEN = 20;

/** `/oorzaken/tekst/…`: what to tell the sender about a cause, ready to copy. */
export const OORZAAK_TEKST: PageRoute = {
  path: TEKST_PATH,
  action: 'cause.list',
  show: async (request) => {
    const { api, principal, params } = request;
    const { partij = '', soort, regel } = params;
    if (!/^(?:\d{4}|\d{8})$/.test(partij)) return { kind: 'not-found' };
    const oorzaken = await inTurn(request, 'rapport', () => api.gateway.causes.list(principal, { partij }));
    if (oorzaken === null) return { kind: 'busy' };
    const groep = oorzaken.find(
      (een) => een.partij === partij && een.regel === regel && (een.type ?? ONLEESBAAR) === soort,
    );
    if (groep === undefined) return { kind: 'not-found' };
    const names = await namesFor(request);
    const tekst = brief(await aanleiding(request, groep), names, afzenderVan(principal, names));
    return {
      kind: 'view',
      title: `Oorzaken: tekst voor ${names.party(groep.partij)}`,
      intro: 'Om te kopiëren naar een mail. Er staat niets in van een kind; lees hem na voordat u hem verstuurt.',
      body: (
        <>
          <Tekstvak naam="tekst" label="Tekst" regels={Math.min(40, tekst.split('\n').length + 2)} waarde={tekst} />
          <p>
            <a href={toMessages({ partij: groep.partij, type: groep.type, regel: groep.regel })}>De berichten</a>
            {' · '}
            <a href="/oorzaken">Naar de oorzaken</a>
          </p>
        </>
      ),
    };
  },
};

/** In whose name the text stands: of a party that, else of who has the key. */
function afzenderVan(principal: PageRequest['principal'], names: Names): string {
  if (principal.kind !== 'party') return `${principal.keyName}, iJW-gateway`;
  const [partij = null] = principal.parties;
  return principal.parties.length === 1 ? names.party(partij) : principal.keyName;
}

async function aanleiding({ api, principal }: PageRequest, groep: OorzaakBeeld): Promise<Aanleiding> {
  const { items } = await api.gateway.messages.list(principal, {
    ...{ partij: groep.partij, regel: groep.regel, richting: 'in', limit: IN_LIJST },
    ...(groep.type === null ? {} : { type: groep.type }),
  });
  // A rule that was a signal on what was taken up is among what has it too.
  const berichten = items.filter((een) => (een.afzender === null || een.afzender === groep.partij) && isAfgewezen(een));
  const nieuwste = await api.gateway.messages.readMany(
    berichten.slice(0, GELEZEN).map(({ id }) => ({ principal, id })),
  );
  const bevindingen = nieuwste.flatMap((bericht) => bericht?.bevindingen ?? []);
  return {
    ...{ groep, berichten, gelezen: nieuwste.length },
    bevindingen: bevindingen.filter((een) => een.regel === groep.regel),
  };
}
