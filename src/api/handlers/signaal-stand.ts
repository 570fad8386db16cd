import { probleem } from '../problems.ts';
import type { PUT_SIGNAAL } from '../schemas/signalen.ts';
import type { Handler } from '../vraag.ts';
import { toonSignaal } from '../weergave.ts';

/** PUT /signalen/{id}: what a party does with a signal of a signaalbudget. */
export const putSignaal: Handler<typeof PUT_SIGNAAL> = async (vraag, { gateway }) => {
  const { stand: wordt, toelichting = null } = vraag.body;
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
