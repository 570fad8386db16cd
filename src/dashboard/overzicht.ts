import type { Sleutel } from '../store/keys/contract.ts';
import type { TellingStore } from '../store/reports/contract.ts';
import { html, type Markup } from './html.ts';

type Tellingen = Awaited<ReturnType<TellingStore['counts']>>;

/** What an operator may see: counts of its regions; a beheerder sees all, codes without a region too. */
export function binnenZicht(tellingen: Tellingen, sleutel: Sleutel): Tellingen {
  if (sleutel.rol === 'beheerder') return tellingen;
  const regios = sleutel.regios ?? [];
  return {
    berichten: tellingen.berichten.filter((b) => b.regio !== null && regios.includes(b.regio)),
    wachtend: tellingen.wachtend.filter((w) => regios.includes(w.regio)),
  };
}

/** The first page: how many messages have which status, and what waits. Counts only, nothing of anybody. */
export function overzicht(tellingen: Tellingen, sleutel: Sleutel, op: string): Markup {
  const { berichten, wachtend } = tellingen;
  const totaal = berichten.reduce((som, b) => som + b.aantal, 0);
  return html`<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>iJW-gateway</title><link rel="stylesheet" href="/stijl.css"></head>
<body>
<header><h1>iJW-gateway</h1><p>Stand van ${op} · aangemeld als ${sleutel.naam} (${sleutel.rol})</p>
<nav><a href="/">Overzicht</a> <a href="/wachtrijen">Wachtrijen</a> <a href="/docs">API</a>${
    sleutel.rol === 'beheerder' ? html` <a href="/beheer/wachtrijen">Wachtrijen beheren</a>` : html``
  }</nav></header>
<main>
<section><h2>Wat wacht op een oordeel</h2>${tabel(
    ['Regio', 'Berichten'],
    wachtend.map((w) => [w.regio, w.aantal]),
    'Er wacht niets.',
  )}</section>
<section><h2>Berichten per status</h2>${tabel(
    ['Status', 'Berichten'],
    per(berichten, (b) => b.status),
    GEEN,
  )}</section>
<section><h2>Berichten per soort</h2>${tabel(
    ['Soort', 'Berichten'],
    per(berichten, (b) => b.type ?? 'onleesbaar'),
    GEEN,
  )}</section>
<section><h2>Berichten per regio, soort en status</h2>${tabel(
    ['Regio', 'Soort', 'Status', 'Berichten'],
    berichten.map((b) => [b.regio ?? 'geen regio', b.type ?? 'onleesbaar', b.status, b.aantal]),
    GEEN,
  )}</section>
<p>In totaal ${totaal} berichten.</p>
</main>
</body>
</html>
`;
}

const GEEN = 'Er zijn nog geen berichten.';

type Rij = readonly (string | number)[];

function per(berichten: Tellingen['berichten'], sleutel: (b: Tellingen['berichten'][number]) => string): Rij[] {
  const tellers = new Map<string, number>();
  for (const b of berichten) tellers.set(sleutel(b), (tellers.get(sleutel(b)) ?? 0) + b.aantal);
  return [...tellers].sort(([a], [b]) => a.localeCompare(b, 'nl'));
}

function tabel(koppen: readonly string[], rijen: readonly Rij[], leeg: string): Markup {
  if (rijen.length === 0) return html`<p>${leeg}</p>`;
  return html`<table><thead><tr>${koppen.map((k) => html`<th scope="col">${k}</th>`)}</tr></thead>
<tbody>${rijen.map((rij) => html`<tr>${rij.map((cel) => html`<td>${cel}</td>`)}</tr>\n`)}</tbody></table>`;
}
