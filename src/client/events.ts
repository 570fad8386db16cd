/** Names of what the gateway tells (docs/api.md, Events). */
export const IJW_EVENTS = [
  'bericht.ontvangen',
  'bericht.beoordeeld',
  'bericht.vastgelopen',
  'aflevering.aangeboden',
  'aflevering.bevestigd',
  'aflevering.mislukt',
  'besluit',
  'signaal',
  'termijn',
  'afspraken',
] as const;

export interface IjwEvent {
  /** Keep it when you dealt with the event: the stream goes on after it (`after`). */
  readonly position: string;
  readonly event: (typeof IJW_EVENTS)[number];
  readonly data: { readonly id: string; readonly op: string; readonly [field: string]: unknown };
}

/** A block of a stream: an event, or a comment that only says where it stands. */
export interface SentBlock {
  readonly id: string | null;
  readonly event: IjwEvent | null;
}

/** The blocks of a text/event-stream as the gateway writes it; resolves when the stream ends. */
export async function* blocksOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<SentBlock, void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) yield read(block);
  }
}

function read(block: string): SentBlock {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''));
  }
  const [id = null, event, data] = ['id', 'event', 'data'].map((name) => fields.get(name));
  if (id === null || event === undefined || data === undefined) return { id, event: null };
  return { id, event: { position: id, event: event as IjwEvent['event'], data: JSON.parse(data) as IjwEvent['data'] } };
}
