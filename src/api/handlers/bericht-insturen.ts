import { envelope } from '../../access/envelope.ts';
import { isStoring } from '../../gateway/trouble.ts';
import { wachttijd } from '../voorkeur.ts';
import { type ApiReply, bytesVan, type Handler } from '../vraag.ts';
import { toonBericht } from '../weergave.ts';
import { isZip, postBundel } from './bundel-insturen.ts';
import { nietToegelaten } from './niet-toegelaten.ts';

/**
 * POST /berichten: 202 once the bytes are committed; with `Prefer: wait=N` 200 with the message when its verdict came in
 * time. Bytes that were sent before give the first one's id and verdict (docs/decisions/repeats.md).
 */
export const postBericht: Handler = async (vraag, api) => {
  if (isZip(vraag)) return postBundel(vraag, api);
  const { gateway } = api;
  const { principal } = vraag;
  const ontvangst = await gateway.intake.receive(principal, bytesVan(vraag), envelope('http'));
  if (!('id' in ontvangst)) return nietToegelaten(ontvangst, principal);
  const { id, kind } = ontvangst;
  const wacht = wachttijd(vraag.header('prefer'));
  const headers = {
    location: `/api/v1/berichten/${id}`,
    ...(kind === 'duplicate' ? { 'idempotent-replay': 'true' } : {}),
    ...(wacht === null ? {} : { 'preference-applied': `wait=${wacht}` }),
  };
  const beoordeeld = kind === 'duplicate' && ontvangst.status !== 'ontvangen';
  if (wacht === null && !beoordeeld) return aangenomen(id, ontvangst.status, headers);
  // It is stored: that the store cannot be read now is no reason to let it be sent again.
  const bericht = await gateway.intake.verdictOf(principal, id, (wacht ?? 0) * 1000).catch((fout: unknown) => {
    if (isStoring(fout)) return null;
    throw fout;
  });
  if (bericht === null) return aangenomen(id, ontvangst.status, headers);
  if (bericht.status === 'ontvangen') return aangenomen(id, bericht.status, headers);
  return { status: 200, headers, body: toonBericht(bericht) };
};

function aangenomen(id: string, status: string, headers: Readonly<Record<string, string>>): ApiReply {
  return { status: 202, headers, body: { id, status } };
}
