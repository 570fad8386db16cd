import type { VNode } from 'preact';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';

/** A new document: what it would change is shown before it is taken. */
export function Invoer({ nummer }: { readonly nummer: number }): VNode {
  return (
    <Sectie kop="Nieuw afsprakendocument" id="invoer">
      <Formulier action="/afspraken" label="Nieuw afsprakendocument" bestanden>
        <p>
          Kies het JSON-document. U ziet eerst wat het zou veranderen en voor welke toewijzingen dat gevolgen heeft; er
          wordt nog niets overgenomen.
        </p>
        <input type="hidden" name="versie" value={String(nummer)} />
        <p class="veld">
          <label for="veld-document">Document</label>
          <input id="veld-document" type="file" name="document" accept=".json,application/json" />
        </p>
        <p>
          <Knop>Bekijk de verschillen</Knop>
        </p>
      </Formulier>
    </Sectie>
  );
}
