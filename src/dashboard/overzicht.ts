import type { PartyPrincipal, StaffPrincipal } from '../access/principal.ts';
import type { Counts } from '../gateway/reports.ts';
import { html, type Markup } from './html.ts';

/** The first page: how many messages have which status, and what waits. Counts only, nothing of anybody. */
export function overzicht(tellingen: Counts, wie: PartyPrincipal | StaffPrincipal, op: string): Markup {
  const { berichten, wachtend } = tellingen;
  const totaal = berichten.reduce((som, b) => som + b.aantal, 0);
  return html`<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>iJW-gateway</title><link rel="stylesheet" href="/stijl.css"></head>
<body>
<header><h1>iJW-gateway</h1><p>Stand van ${op} · aangemeld als ${wie.keyName} (${wie.role})</p>
<nav><a href="/">Overzicht</a> <a href="/wachtrijen">Wachtrijen</a> <a href="/docs">API</a>${
    wie.role === 'beheerder' ? html` <a href="/beheer/wachtrijen">Wachtrijen beheren</a>` : html``
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

function per(berichten: Counts['berichten'], sleutel: (b: Counts['berichten'][number]) => string): Rij[] {
  const tellers = new Map<string, number>();
  for (const b of berichten) tellers.set(sleutel(b), (tellers.get(sleutel(b)) ?? 0) + b.aantal);
  return [...tellers].sort(([a], [b]) => a.localeCompare(b, 'nl'));
}

function tabel(koppen: readonly string[], rijen: readonly Rij[], leeg: string): Markup {
  if (rijen.length === 0) return html`<p>${leeg}</p>`;
  return html`<table><thead><tr>${koppen.map((k) => html`<th scope="col">${k}</th>`)}</tr></thead>
<tbody>${rijen.map((rij) => html`<tr>${rij.map((cel) => html`<td>${cel}</td>`)}</tr>\n`)}</tbody></table>`;
}
