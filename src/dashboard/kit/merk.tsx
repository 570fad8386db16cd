import type { VNode } from 'preact';

export type Toon = 'goed' | 'let-op' | 'fout' | 'rustig' | 'bezig';

/** Never colour alone: the word says it, a sign repeats it. */
const TEKENS: Readonly<Record<Toon, string>> = { goed: '✓', 'let-op': '!', fout: '✕', rustig: '·', bezig: '…' };

/** A state in a word. */
export function Merk({ toon, children }: { readonly toon: Toon; readonly children: string }): VNode {
  return (
    <span class={`merk ${toon}`}>
      <span aria-hidden="true">{TEKENS[toon]}</span> {children}
    </span>
  );
}

const STATUS_TOON: Readonly<Record<string, Toon>> = {
  ontvangen: 'bezig',
  goedgekeurd: 'goed',
  'deels-goedgekeurd': 'let-op',
  afgekeurd: 'fout',
  geweigerd: 'fout',
  vastgelopen: 'let-op',
  wacht: 'bezig',
  aangeboden: 'bezig',
  bevestigd: 'goed',
  mislukt: 'fout',
};

/** Of a message or a delivery. */
export function Status({ is }: { readonly is: string }): VNode {
  return <Merk toon={STATUS_TOON[is] ?? 'rustig'}>{is}</Merk>;
}
