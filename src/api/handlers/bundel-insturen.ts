import { envelope } from '../../access/envelope.ts';
import { isStoring } from '../../gateway/trouble.ts';
import { wachttijd } from '../voorkeur.ts';
import { type ApiReply, type ApiRequest, bytesVan, type Handler } from '../vraag.ts';
import { toonBericht } from '../weergave.ts';
import { geweigerdeZip } from '../zip.ts';
import { nietToegelaten } from './niet-toegelaten.ts';

export function isZip(vraag: Pick<ApiRequest, 'header'>): boolean {
  return /^application\/zip\s*(;|$)/i.test(vraag.header('content-type') ?? '');
}

/**
 * A zip: 202 once all of its messages are committed; with `Prefer: wait=N` 200 with each of them when every verdict came in
 * time. Nothing is stored unless all of it is.
 */
export const postBundel: Handler = async (vraag, { gateway }) => {
  const { principal } = vraag;
  const ontvangst = await gateway.intake.receiveBundle(principal, bytesVan(vraag), envelope('http'));
  if (ontvangst.kind === 'frozen') return nietToegelaten(ontvangst, principal);
  if (ontvangst.kind === 'refused') return geweigerdeZip(ontvangst.refusal, ontvangst.bevindingen);
  const { berichten } = ontvangst;
  const wacht = wachttijd(vraag.header('prefer'));
  const headers = {
    ...(berichten.every(({ kind }) => kind === 'duplicate') ? { 'idempotent-replay': 'true' } : {}),
    ...(wacht === null ? {} : { 'preference-applied': `wait=${wacht}` }),
  };
  const aangenomen: ApiReply = {
    status: 202,
    headers,
    body: { berichten: berichten.map(({ naam, id, status }) => ({ naam, id, status })) },
  };
  if (wacht === null) return aangenomen;
  // They are stored: that the store cannot be read now is no reason to let them be sent again.
  const beelden = await Promise.all(
    berichten.map(({ id }) => gateway.intake.verdictOf(principal, id, wacht * 1000)),
  ).catch((fout: unknown) => {
    if (isStoring(fout)) return null;
    throw fout;
  });
  if (beelden === null || beelden.some(({ status }) => status === 'ontvangen')) return aangenomen;
  return {
    status: 200,
    headers,
    body: { berichten: beelden.map((beeld, nr) => ({ naam: berichten[nr]?.naam ?? '', ...toonBericht(beeld) })) },
  };
};
