import { SIGNAAL_STANDEN, type SignaalStand } from '../../signaalbudget/signaal-stand.ts';
import { invoerToets } from '../invoer.ts';
import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';
import { toonSignaal } from '../weergave.ts';

interface Stand {
  readonly stand: SignaalStand;
  readonly toelichting?: string | null;
}

const toets = invoerToets<Stand>({
  type: 'object',
  required: ['stand'],
  additionalProperties: false,
  properties: {
    stand: { enum: SIGNAAL_STANDEN.filter((stand) => stand !== 'open') },
    toelichting: { type: ['string', 'null'], maxLength: 2000 },
  },
});

/** PUT /signalen/{id}: what a party does with a signal of a signaalbudget. */
export const putSignaal: Handler = async (vraag, { gateway }) => {
  const invoer = toets(vraag.body);
  if (invoer.kind === 'fout') return invoer.antwoord;
  const { stand: wordt, toelichting = null } = invoer.waarde;
  const uitkomst = await gateway.signals.setState(vraag.principal, vraag.params.id ?? '', wordt, toelichting);
  switch (uitkomst.kind) {
    case 'set':
      return { status: 200, body: toonSignaal(uitkomst.signaal) };
    case 'unknown':
      return probleem('niet-gevonden');
    case 'stateless':
      return probleem('niet-mogelijk', { detail: 'Alleen een signaal over een signaalbudget heeft een stand.' });
    case 'other-party':
      return probleem('rol-ongeschikt', { detail: 'Deze stand zet de andere partij.' });
    case 'not-granted':
      return probleem('niet-mogelijk', {
        detail: 'Ken eerst een maatwerksignaalbudget toe; dan is het signaal toegekend.',
      });
    case 'not-from':
      return probleem('niet-mogelijk', { detail: `Van ${uitkomst.stand} kan een signaal niet naar ${wordt}.` });
  }
};
