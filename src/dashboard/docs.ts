import type { ApiContent, ApiDocument, ApiOperation, ApiParameter } from '../api/openapi/shape.ts';
import { groepeer } from '../standard/groepeer.ts';
import { html, type Markup } from './html.ts';

/** The page that shows the OpenAPI document: every call with what it takes, what it gives and an example. */
export function docsPagina({ paths }: ApiDocument): Markup {
  const aanroepen = Object.entries(paths).flatMap(([pad, opPad]) =>
    Object.entries(opPad).map(([methode, aanroep]) => ({ methode: methode.toUpperCase(), pad, aanroep })),
  );
  const perDeel = groepeer(aanroepen, ({ aanroep }) => aanroep.tags[0]);
  const delen = [...perDeel.keys()];
  return html`<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API · iJW-gateway</title><link rel="stylesheet" href="/stijl.css"></head>
<body>
<header><h1>API van de iJW-gateway</h1>
<p>Alle aanroepen, gemaakt van hetzelfde document dat de gateway volgt: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Onderdelen">${delen.map((deel) => html`<a href="#${deel}">${deel}</a> `)}</nav></header>
<main>
${delen.map(
  (deel) => html`<section id="${deel}"><h2>${deel}</h2>
${(perDeel.get(deel) ?? []).map(({ methode, pad, aanroep }) => toon(methode, pad, aanroep))}</section>
`,
)}</main>
</body>
</html>
`;
}

function toon(methode: string, pad: string, aanroep: ApiOperation): Markup {
  const { operationId, summary, description = 'Voor iedereen, ook zonder sleutel.', parameters, requestBody } = aanroep;
  return html`<article id="${operationId}"><h3><code>${methode} ${pad}</code></h3>
<p>${summary} ${description}</p>
${parameters.length === 0 ? html`` : tabel(['Parameter', 'Waar', 'Is'], parameters.map(rij))}
${requestBody === undefined ? html`` : html`<h4>Inhoud</h4>${voorbeelden(requestBody.content)}`}
<h4>Antwoorden</h4>
${tabel(
  ['Status', 'Betekent'],
  Object.entries(aanroep.responses).map(([status, { description: zin }]) => [status, zin]),
)}
${Object.entries(aanroep.responses).map(([status, { content = {} }]) => voorbeelden(content, `Voorbeeld van ${status}`))}
</article>
`;
}

function rij({ name, in: waar, required = false, description }: ApiParameter): readonly string[] {
  return [required ? `${name} (verplicht)` : name, PLAATS[waar], description];
}
const PLAATS = { path: 'adres', query: 'vraag', header: 'kopregel' } as const;

function voorbeelden(content: ApiContent, kop = 'Voorbeeld'): Markup {
  const gegeven = Object.entries(content).filter(([, { example }]) => example !== undefined);
  return html`${gegeven.map(
    ([type, { example }]) =>
      html`<details><summary>${kop} (${type})</summary><pre>${typeof example === 'string' ? example : JSON.stringify(example, null, 2)}</pre></details>
`,
  )}`;
}

function tabel(koppen: readonly string[], rijen: readonly (readonly string[])[]): Markup {
  return html`<table class="woorden"><thead><tr>${koppen.map((kop) => html`<th scope="col">${kop}</th>`)}</tr></thead>
<tbody>${rijen.map((cellen) => html`<tr>${cellen.map((cel) => html`<td>${cel}</td>`)}</tr>\n`)}</tbody></table>`;
}
