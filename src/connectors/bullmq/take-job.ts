import { BUNDLE_LIMITS } from '../../bundle/limits.ts';
import type { NotAdmitted } from '../../gateway/admission.ts';
import type { ConnectorDoor } from '../connector-in.ts';
import type { InResult } from './queues.ts';

export type JobOutcome =
  | { readonly kind: 'stored'; readonly result: InResult }
  /** It will never be taken: a code and a Dutch sentence, without anything of the message. */
  | { readonly kind: 'refused'; readonly why: string };

/** Takes what a job holds; rejects when the store is away, and then the job is to be given back. */
export async function takeJob(
  { id, data }: { readonly id?: string | undefined; readonly data: unknown },
  party: string,
  door: ConnectorDoor,
): Promise<JobOutcome> {
  const xml = xmlOf(data);
  if (xml === null) return refused(NO_XML);
  const bytes = Buffer.from(xml, 'utf8');
  if (bytes.length > BUNDLE_LIMITS.fileBytes) return refused(TOO_LARGE);
  const receipt = await door(bytes, { party, ...(id === undefined ? {} : { transportId: id }) });
  if (!('id' in receipt)) return refused(sentenceOf(receipt));
  return { kind: 'stored', result: { id: receipt.id, status: receipt.status } };
}

function xmlOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('xml' in data)) return null;
  return typeof data.xml === 'string' ? data.xml : null;
}

const NO_XML =
  'geen-ijw: De taak heeft geen xml. Zet het bericht als tekst in het veld xml van de gegevens, en gebruik voor herhaalde taken geen repeat van BullMQ 5.';
const TOO_LARGE = 'te-groot: Het bericht is groter dan 25 MiB (OP179). Verdeel de inhoud over meer berichten.';

function sentenceOf(why: NotAdmitted): string {
  switch (why.kind) {
    case 'forbidden':
      return 'andere-partij: Het bericht is volgens zijn kop niet van de partij van deze wachtrij, of van een soort die zij niet stuurt. Verbeter de afzender, of zet het in de wachtrij van die partij.';
    case 'unidentifiable':
      return `geen-ijw: Dit is geen iJW-bericht van een uitgave die de gateway kent (${why.bevinding.regel}). Zet de XML van het bericht zelf in xml, zonder verpakking.`;
    case 'frozen':
      return `bevroren: Volgens de afspraken worden tot ${why.tot.toISOString()} geen berichten van iJW ${why.release} aangenomen. Stuur het daarna opnieuw.`;
  }
}

function refused(why: string): JobOutcome {
  return { kind: 'refused', why };
}
