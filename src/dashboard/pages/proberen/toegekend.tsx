import type { VNode } from 'preact';
import { count } from '../../kit/value.tsx';
import type { PageRequest } from '../../page.ts';
import { afgewezenIn, prestatiesIn } from '../bericht/prestatie.ts';

/** So many are named. */
const GENOEMD = 20;

/**
 * Of a declaratie that was granted in part the lines that were, and that still stand in this text: sent once more they would
 * be refused as declared before, and crediting them is not what its sender wants. Null where there are none. `gestuurd`: its
 * body, where it was opened already.
 */
export async function toegekendIn(
  { api, principal }: PageRequest,
  id: string,
  tekst: string,
  gestuurd?: string,
): Promise<readonly string[] | null> {
  const bericht = await api.gateway.messages.read(principal, id);
  if (bericht?.status !== 'deels-goedgekeurd') return null;
  const xml = gestuurd ?? (await bodyOf({ api, principal }, id));
  const afgewezen = xml === undefined ? null : afgewezenIn(bericht, xml);
  if (xml === undefined || afgewezen === null) return null;
  const lijnen = prestatiesIn(xml);
  // Two references may look the same here, with what could be a BSN masked: then neither is known to be granted.
  const blijft = new Set([null, ...lijnen.filter((_, nr) => afgewezen.has(nr)).map(({ referentie }) => referentie)]);
  const toegekend = lijnen.flatMap(({ referentie }) => (blijft.has(referentie) ? [] : [referentie ?? '']));
  return tekst === xml ? toegekend : nogIn(tekst, toegekend);
}

/** Of these the lines that still stand in this text. */
export function nogIn(tekst: string, toegekend: readonly string[]): readonly string[] {
  const nu = new Set(prestatiesIn(tekst).map(({ referentie }) => referentie));
  return toegekend.filter((referentie) => nu.has(referentie));
}

async function bodyOf({ api, principal }: Pick<PageRequest, 'api' | 'principal'>, id: string) {
  const bytes = await api.gateway.messages.openBody(principal, id);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** What to take out before this message can be sent again. */
export function Toegekend({ van }: { readonly van: readonly string[] }): VNode | null {
  if (van.length === 0) return null;
  const rest = van.length > GENOEMD ? ` en nog ${count(van.length - GENOEMD)}` : '';
  const een = van.length === 1;
  return (
    <div class="bericht-vak">
      <p>
        <strong>
          {een
            ? 'Haal deze prestatie uit het bericht: zij is al toegekend.'
            : `Haal deze ${count(van.length)} prestaties uit het bericht: ze zijn al toegekend.`}
        </strong>{' '}
        ReferentieNummer {van.slice(0, GENOEMD).join(', ')}
        {rest}.
      </p>
      <p>
        Laat alleen de afgewezen prestaties staan en verbeter die. Pas het totaalbedrag aan en geef het bericht een
        nieuwe Identificatie en een nieuw declaratienummer. Crediteren hoeft niet, ook als een bevinding hieronder dat
        zegt: die gaat over een toegekende prestatie die nog in het bericht staat.
      </p>
    </div>
  );
}

/** What was taken out already. */
export function Eruit({ aantal }: { readonly aantal: number }): VNode | null {
  if (aantal <= 0) return null;
  return (
    <p class="bericht-vak">
      {aantal === 1
        ? 'De prestatie die al is toegekend is uit het bericht gehaald'
        : `De ${count(aantal)} prestaties die al zijn toegekend zijn uit het bericht gehaald`}
      , en het totaalbedrag is aangepast. Crediteren hoeft niet.
    </p>
  );
}
