import { zonderStuurtekens } from '../../terminal.ts';
import { groepen } from '../groepeer.ts';
import { codeVan, groepTekst, kopVan } from '../verslag.ts';
import { html } from './markup.ts';
import type { Vorm } from './vorm.ts';

const STIJL =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}' +
  'th,td{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}summary{cursor:pointer}li{overflow-wrap:anywhere}' +
  ':root{color-scheme:light dark}';

/** A page that needs nothing beside itself; what came from files is text, never markup. */
export const HTML_VORM: Vorm = {
  kop(totaal) {
    const { getoetst, geldig, afgekeurd, onleesbaar } = totaal;
    const rijen = totaal.regels().map(
      (
        r,
      ) => html`<tr><td>${codeVan(r)}</td><td>${r.aantal}</td><td>${r.bestanden}</td><td>${tekst(r.plaatsen.join(', '))}</td></tr>
`,
    );
    return html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Verslag van ijw-gateway check</title>
<style>${STIJL}</style>
</head>
<body>
<main>
<h1>Verslag van ijw-gateway check</h1>
<p>${getoetst} getoetst: ${geldig} geldig, ${afgekeurd} afgekeurd, ${onleesbaar} niet te lezen.</p>
<h2>Per regel</h2>
<table>
<thead><tr><th>Regel</th><th>Aantal</th><th>Bestanden</th><th>De eerste plaatsen</th></tr></thead>
<tbody>
${rijen}</tbody>
</table>
<h2>Per bestand</h2>
`.tekst;
  },
  stuk(ding) {
    if ('onleesbaar' in ding) return html`<p>${tekst(`${ding.file}: ${ding.onleesbaar}`)}</p>\n`.tekst;
    if (ding.bevindingen.length === 0) return html`<p>${tekst(kopVan(ding))}</p>\n`.tekst;
    const regels = groepen(ding.bevindingen).map((groep) => html`<li>${tekst(groepTekst(groep))}</li>\n`);
    return html`<details><summary>${tekst(kopVan(ding))}</summary>
<ul>
${regels}</ul>
</details>
`.tekst;
  },
  voet: () => '</main>\n</body>\n</html>\n',
};

function tekst(regel: string): string {
  return zonderStuurtekens(regel);
}
