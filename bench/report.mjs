import { getal } from './numbers.mjs';

const NAMEN = { postgres: 'PostgreSQL', pglite: 'PGlite' };
const MB = 1e6;

/** The whole run as Markdown: tables with the figures, their ratios, and where the time goes. */
export function report({ noop, metingen }) {
  const regels = [`BullMQ zonder werk: ${getal(noop)} taken per seconde`];
  for (const [soort, meting] of Object.entries(metingen)) regels.push('', ...store(NAMEN[soort], meting, noop));
  return regels.join('\n');
}

function store(naam, { omvang, leeg, gevuld, declaraties, profiel }, noop) {
  const historie = `${getal(omvang.historie * 4)} berichten en ${getal(omvang.historie)} toewijzingen`;
  return [
    `### ${naam}`,
    '',
    `Oordelen per seconde; gevuld: de opslag houdt al ${historie}.`,
    '',
    ...table(
      ['meting', 'berichten', 'leeg', 'gevuld', 'verhouding', 'van BullMQ', 'insturen p50 / p95 (ms)'],
      Object.entries(leeg).map(([wat, meting]) => rate(wat, meting, gevuld[wat], noop)),
    ),
    '',
    ...table(
      [
        'JW323',
        'MB',
        'tot JW325 (s)',
        'xmllint (s)',
        'geheugen voor en piek (MB)',
        'GET /health p95 (ms)',
        'GET bericht p95 (ms)',
      ],
      declaraties.map(declaratie),
    ),
    '',
    ...cpu(leeg['JW305 vijftig'].cpu),
    '',
    ...profiel.map(profile),
  ];
}

function rate(wat, leeg, gevuld, noop) {
  const { p50, p95 } = leeg.zenden;
  const van = (deel, geheel) => `${getal((deel / geheel) * 100)} %`;
  return [
    wat,
    getal(leeg.aantal),
    getal(leeg.perSeconde),
    getal(gevuld.perSeconde),
    van(gevuld.perSeconde, leeg.perSeconde),
    van(leeg.perSeconde, noop),
    `${getal(p50)} / ${getal(p95)}`,
  ];
}

function declaratie(d) {
  return [
    `${getal(d.prestaties)} prestaties`,
    getal(d.megabytes, 1),
    getal(d.seconden, 1),
    d.xmllint === null ? 'niet geïnstalleerd' : getal(d.xmllint, 2),
    `${getal(d.rust / MB)} → ${getal(d.piek / MB)}`,
    getal(d.health, 1),
    getal(d.lezen, 1),
  ];
}

function cpu(ms) {
  return [`CPU per JW305 over vijftig (ms): ${cpuLine(ms)}.`];
}

/** CPU ms per message of each part, and of all. */
export function cpuLine(ms) {
  if (ms === null) return 'op dit systeem niet te meten';
  const delen = [
    ['hoofdthread', ms.hoofd],
    ['drukste andere thread', ms.eerste],
    ['volgende thread', ms.tweede],
    ['overige threads', ms.rest],
    ['PostgreSQL', ms.postgres],
    ['Redis', ms.redis],
    ...(ms.broker === undefined ? [] : [['RabbitMQ', ms.broker]]),
    ['de lastgenerator', ms.load],
  ];
  const totaal = delen.reduce((som, [, tijd]) => som + tijd, 0);
  const tekst = delen.map(([naam, tijd]) => `${naam} ${getal(tijd, 2)}`).join(', ');
  return `${tekst}; samen ${getal(totaal, 2)}`;
}

function profile({ thread, bezig, delen }) {
  const tekst = delen.filter(([, deel]) => deel >= 0.01).map(([naam, deel]) => `${naam} ${getal(deel * 100)} %`);
  return `- Thread ${thread} (${getal(bezig, 1)} s bezig): ${tekst.join(', ')}.`;
}

function table(kop, rijen) {
  const rij = (cellen) => `| ${cellen.join(' | ')} |`;
  return [rij(kop), rij(kop.map((_, i) => (i === 0 ? '---' : '--:'))), ...rijen.map(rij)];
}
