import { adresVan } from '../../../api/handlers/toewijzing.ts';
import { PAS_AAN } from '../../kit/pas-aan.tsx';
import { inTurn } from '../../kit/turn.ts';
import type { PageOutcome, PageRequest, Post } from '../../page.ts';
import { namesFor } from '../../words/of-request.ts';
import { centen } from '../werkbak/invoer.ts';
import { bezwaren, MaatwerkProef } from './maatwerk-proef.tsx';
import { open, PATH } from './toewijzing.tsx';

/** How long a person waits for the lane (ms). */
const WACHT_MS = 15_000;
/** Characters of a reason or a plan, as the call of the API has it. */
const LANGSTE = 2000;

/** Maatwerk: first what it would change, then the same once more to grant it. */
export const MAATWERK_TOEKENNEN: Post = {
  path: `${PATH}/signaalbudget`,
  action: 'budget.grant',
  act: async (request) => {
    const { api, principal, form } = request;
    if (form.text('stap') === PAS_AAN) return open(request, null);
    const fouten = verkeerd(request);
    if (Object.keys(fouten).length > 0) return open(request, null, { status: 422, fouten });
    const bedrag = centen(form.text('bedrag'));
    const adres = adresVan(request);
    const proef = await inTurn(request, 'proef', () => api.gateway.budgets.tryGrant(principal, adres, bedrag));
    if (proef === null) return { kind: 'busy' };
    if (proef.kind === 'unknown') return { kind: 'not-found' };
    if (proef.kind === 'refused') return open(request, null, { status: 409, fouten: { bedrag: proef.reden } });
    const vast = form.text('stap') === 'vast';
    const zonderVinkje = bezwaren(proef).length > 0 && form.text('toch') !== 'ja';
    if (vast && !zonderVinkje) return grant(request, bedrag);
    const fout = vast
      ? 'Dit budget is niet hoger dan wat er nu geldt of is gebruikt. Vink aan dat u dit toch wilt.'
      : undefined;
    const { gemeente, nummer } = request.params;
    const gezien = { proef, form, fout, adres: `/toewijzingen/${gemeente}/${nummer}`, names: await namesFor(request) };
    return open(request, null, {
      ...(fout === undefined ? {} : { status: 422, fouten: { toch: fout } }),
      proef: <MaatwerkProef {...gezien} />,
    });
  },
};

function verkeerd({ form }: PageRequest): Readonly<Record<string, string>> {
  const fouten: Record<string, string> = {};
  if (!(centen(form.text('bedrag')) > 0)) fouten.bedrag = 'Vul een bedrag in euro’s in, zoals 3900 of 3.900,50.';
  if (form.text('reden') === '') fouten.reden = 'Vul in waarom u dit toekent.';
  for (const naam of ['reden', 'plan']) {
    if (form.text(naam).length > LANGSTE) fouten[naam] = `Houd het bij ten hoogste ${LANGSTE} tekens.`;
  }
  return fouten;
}

async function grant(request: PageRequest, bedrag: number): Promise<PageOutcome> {
  const { api, principal, form, params } = request;
  const gevraagd = {
    ...{ bedrag, reden: form.text('reden'), plan: form.text('plan') || null },
    idempotentie: form.text('eenmaal') || null,
  };
  const uitkomst = await api.gateway.budgets.grant(principal, adresVan(request), gevraagd, WACHT_MS);
  if (uitkomst.kind === 'unknown') return { kind: 'not-found' };
  if (uitkomst.kind === 'refused') return open(request, null, { status: 409, fouten: { bedrag: uitkomst.reden } });
  if (uitkomst.kind === 'key-reused') {
    const fouten = { bedrag: 'Dit formulier is al eens verstuurd met een ander bedrag.' };
    return open(request, null, { status: 409, fouten });
  }
  const gedaan = uitkomst.kind === 'done' ? '?gedaan=maatwerk' : '';
  return { kind: 'to', url: `/toewijzingen/${params.gemeente}/${params.nummer}${gedaan}` };
}
