import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import type { BeslissingProef } from '../../../gateway/werkbak.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { PAS_AAN, PasAan } from '../../kit/pas-aan.tsx';
import { inTurn } from '../../kit/turn.ts';
import { Uitgaand } from '../../kit/uitgaand.tsx';
import type { PageOutcome, PageRequest, Post } from '../../page.ts';
import type { Names } from '../../words/names.ts';
import { namesFor } from '../../words/of-request.ts';
import { Gevolgen } from './gevolgen.tsx';
import { type Ingevuld, ingevuldVan, leesBesluit } from './invoer.ts';
import { showItem } from './item.tsx';
import { Bewaard, vraagtWaarom, WaaromBoven } from './waarom-boven.tsx';

/** How long a person waits for the lane (ms). */
const WACHT_MS = 15_000;

/** The form of an item: first what would go out, then the same once more to do it. */
export const WERKBAK_BESLUIT: Post = {
  path: '/werkbak/:id',
  action: 'decision.make',
  act: async (request) => {
    const ingevuld = ingevuldVan(request.form);
    if (request.form.text('stap') === PAS_AAN) return showItem(request, { ingevuld });
    const gelezen = leesBesluit(ingevuld);
    if (gelezen.kind === 'fout') return showItem(request, { status: 422, fouten: gelezen.fouten, ingevuld });
    const beslissing = {
      ...gelezen.beslissing,
      item: request.params.id ?? '',
      idempotentie: request.form.text('eenmaal') || null,
    };
    if (request.form.text('stap') === 'vast') return decide(request, beslissing, ingevuld);
    const { principal, api } = request;
    const proef = await inTurn(request, 'proef', () => api.gateway.werkbak.tryDecision(principal, beslissing));
    if (proef === null) return { kind: 'busy' };
    if (proef.kind === 'unknown') return { kind: 'not-found' };
    if (proef.kind === 'refused') return showItem(request, { status: 422, ingevuld, melding: proef.waarom.reden });
    const names = await namesFor(request);
    return showItem(request, {
      ingevuld,
      proef: <Proef {...{ proef, ingevuld, names }} id={beslissing.item} sleutel={principal.keyName} />,
    });
  },
};

async function decide(
  request: PageRequest,
  beslissing: Parameters<PageRequest['api']['gateway']['werkbak']['decide']>[1],
  ingevuld: Ingevuld,
): Promise<PageOutcome> {
  const uitkomst = await request.api.gateway.werkbak.decide(request.principal, beslissing, WACHT_MS);
  if (uitkomst.kind === 'unknown') return { kind: 'not-found' };
  if (uitkomst.kind === 'decided' && uitkomst.uitkomst.stand === 'geweigerd') {
    return showItem(request, { status: 409, ingevuld, melding: uitkomst.uitkomst.reden });
  }
  if (uitkomst.kind === 'key-reused') {
    return showItem(request, {
      status: 409,
      ingevuld,
      melding: 'Dit formulier is al eens verstuurd met een ander besluit.',
    });
  }
  return { kind: 'to', url: `/werkbak/${beslissing.item}?gedaan=besluit` };
}

const BESLUIT_TEKST: Readonly<Record<string, string>> = {
  toewijzen: 'U wijst toe.',
  afwijzen: 'U wijst af.',
  onderzoek: 'U neemt het verzoek in onderzoek.',
};

function Proef(props: {
  readonly proef: Extract<BeslissingProef, { kind: 'decided' }>;
  readonly ingevuld: Ingevuld;
  readonly id: string;
  readonly names: Names;
  /** Name of the key that decides. */
  readonly sleutel: string;
}): VNode {
  const { proef, ingevuld, id, names, sleutel } = props;
  const vraagt = vraagtWaarom(ingevuld, proef.gevolgen);
  return (
    <Sectie kop="Dit gaat er uit als u dit besluit vastlegt" id="proef">
      <p>
        <strong>{BESLUIT_TEKST[ingevuld.besluit] ?? ''}</strong> Er is nog niets vastgelegd.
      </p>
      <Gevolgen van={proef.gevolgen} names={names} />
      {proef.antwoorden.length === 0 ? <p>Er gaat geen bericht uit.</p> : null}
      <Uitgaand van={proef.antwoorden} names={names} />
      {proef.signalen.map((melding) => (
        <p>{melding}</p>
      ))}
      {vraagt !== null || ingevuld.toelichting === '' ? null : <p>Uw toelichting: {ingevuld.toelichting}</p>}
      <p class="uitleg">Het besluit komt op naam van de sleutel “{sleutel}”, waarmee u bent aangemeld.</p>
      <Formulier
        action={`/werkbak/${id}#besluit`}
        {...(vraagt === null ? { class: 'kort' } : {})}
        label="Besluit vastleggen"
      >
        <Bewaard van={ingevuld} zonder={vraagt === null ? null : 'toelichting'} />
        {vraagt === null ? null : <WaaromBoven wat={vraagt} />}
        <input type="hidden" name="eenmaal" value={randomUUID()} />
        <Knop naam="stap" waarde="vast">
          Leg het besluit vast
        </Knop>{' '}
        <PasAan />
      </Formulier>
    </Sectie>
  );
}
