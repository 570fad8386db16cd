import { vanStanden } from '../../signaalbudget/signaal-stand.ts';
import { probleem } from '../problems.ts';
import type { PUT_SIGNAAL } from '../schemas/signalen.ts';
import type { Handler } from '../vraag.ts';
import { toonSignaal } from '../weergave.ts';
import { partijenVan } from '../zicht.ts';

/**
 * PUT /signalen/{id}: what a party does with a signal of a signaalbudget. The aanbieder finishes within it or asks for more,
 * the gemeente grants or refuses. Granted is only what was granted: there must be a maatwerksignaalbudget.
 */
export const putSignaal: Handler<typeof PUT_SIGNAAL> = async (vraag, { gateway, nu }) => {
  const { stand: wordt, toelichting = null } = vraag.body;
  const id = vraag.params.id ?? '';
  const signaal = await gateway.store.signal(id);
  const partijen = await partijenVan(vraag.sleutel, gateway);
  if (signaal === undefined || !partijen.some((p) => p === signaal.gemeente || p === signaal.aanbieder)) {
    return probleem('niet-gevonden');
  }
  const { gemeente } = signaal;
  if (signaal.stand === null || gemeente === null)
    return probleem('niet-mogelijk', { detail: 'Alleen een signaal over een signaalbudget heeft een stand.' });
  if (signaal.stand === wordt) return { status: 200, body: toonSignaal(signaal) };
  const van = vanStanden(partijen.includes(gemeente) ? 'gemeente' : 'aanbieder', wordt);
  if (van.length === 0) return probleem('rol-ongeschikt', { detail: 'Deze stand zet de andere partij.' });
  if (wordt === 'toegekend') {
    const beeld = await gateway.store.toewijzing([gemeente], signaal.toewijzingNummer ?? -1);
    if (beeld?.huidig.signaalbudget?.soort !== 'maatwerk') {
      return probleem('niet-mogelijk', {
        detail: 'Ken eerst een maatwerksignaalbudget toe; dan is het signaal toegekend.',
      });
    }
  }
  const gezet = await gateway.store.setSignalState({ id, van, wordt, door: vraag.sleutel.id, toelichting, op: nu() });
  if (!gezet) return probleem('niet-mogelijk', { detail: `Van ${signaal.stand} kan een signaal niet naar ${wordt}.` });
  const na = await gateway.store.signal(id);
  return na === undefined ? probleem('niet-gevonden') : { status: 200, body: toonSignaal(na) };
};
