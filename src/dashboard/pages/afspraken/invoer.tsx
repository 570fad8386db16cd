import type { VNode } from 'preact';
import { Formulier, Knop, Veld } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { SJABLONEN } from './sjablonen.ts';

/** New agreements, as a document or as a spreadsheet: what it would change is shown before it is taken. */
export function Invoer({ nummer, label }: { readonly nummer: number; readonly label: string }): VNode {
  return (
    <Sectie kop="Nieuwe afspraken" id="invoer">
      <Formulier action="/afspraken" label="Nieuwe afspraken" bestanden>
        <p>
          Kies het hele document (JSON), of een rekenblad (XLSX of CSV) met contracten, tarieven en producten. Wat in
          het rekenblad staat vervangt het contract of product met dat nummer of die code, of komt erbij; wat er niet in
          staat blijft zoals het is. U ziet eerst wat er zou veranderen en voor welke toewijzingen dat gevolgen heeft;
          er wordt nog niets overgenomen.
        </p>
        <input type="hidden" name="versie" value={String(nummer)} />
        <p class="veld">
          <label for="veld-document">Document of rekenblad</label>
          <input id="veld-document" type="file" name="document" accept=".json,.xlsx,.csv" multiple />
        </p>
        <Veld
          naam="label"
          label="Naam van de nieuwe versie"
          waarde={label}
          uitleg="Alleen bij een rekenblad; een document noemt zijn eigen versie."
        />
        <p>
          <Knop>Bekijk de verschillen</Knop>
        </p>
      </Formulier>
      <h3>Sjablonen</h3>
      <p>Leeg, om mee te beginnen, of met alles wat er nu in staat. Het XLSX-bestand heeft een blad met uitleg.</p>
      <ul>
        {SJABLONEN.map(({ bestand, tekst }) => (
          <li>
            {tekst}: <a href={`/afspraken/sjabloon/${bestand}?leeg=ja`}>{bestand} (leeg)</a>,{' '}
            <a href={`/afspraken/sjabloon/${bestand}`}>{bestand} (gevuld)</a>
          </li>
        ))}
      </ul>
    </Sectie>
  );
}
