import { buildOf, HERE } from './builds.mjs';
import { whole } from './cpu.mjs';
import { getal, percentile } from './numbers.mjs';
import { startPostgres } from './private-server.mjs';
import { onStore, rates } from './stores.mjs';

/** Each build as often, by turns, so that what else the machine does falls on both. */
const ROUNDS = 3;

/** Another commit beside this one, by turns in one run: `[{ soort, meting, oud, nieuw }]` with every figure of each round. */
export async function beside(commit, plan, zeg) {
  const builds = { oud: buildOf(commit, zeg), nieuw: HERE };
  const uit = [];
  for (const [soort, omvang] of Object.entries(plan)) {
    const postgres = soort === 'postgres' ? await startPostgres() : null;
    const rondes = { oud: [], nieuw: [] };
    try {
      for (let ronde = 0; ronde < ROUNDS; ronde++) {
        // Whoever goes second finds a warmer machine: that changes too.
        const volgorde = ronde % 2 === 0 ? ['oud', 'nieuw'] : ['nieuw', 'oud'];
        for (const welke of volgorde) {
          const zegErbij = (tekst) => zeg(`${soort}, ronde ${ronde + 1}, ${welke}: ${tekst}`);
          const meet = (store) => rates(store, omvang, zegErbij);
          rondes[welke].push(await onStore(postgres, `${welke}${ronde}`, meet, builds[welke]));
        }
      }
    } finally {
      await postgres?.stop();
    }
    for (const meting of Object.keys(rondes.nieuw[0])) {
      uit.push({ soort, meting, oud: rondes.oud.map((r) => r[meting]), nieuw: rondes.nieuw.map((r) => r[meting]) });
    }
  }
  return uit;
}

/** As Markdown: medians, and the ratio of this build to the other; CPU is that of gateway, PostgreSQL and Redis together. */
export function besideReport(commit, metingen) {
  const rij = ({ soort, meting, oud, nieuw }) => {
    const [a, b] = [oud, nieuw].map((rondes) => median(rondes.map(({ perSeconde }) => perSeconde)));
    const [c, d] = [oud, nieuw].map((rondes) => median(rondes.map(({ cpu }) => whole(cpu))));
    return `| ${soort} ${meting} | ${getal(a)} | ${getal(b)} | ${getal(b / a, 2)} | ${getal(c, 2)} | ${getal(d, 2)} | ${getal(d / c, 2)} |`;
  };
  return [
    `| meting | ${commit} (per s) | deze build (per s) | verhouding | CPU ms ${commit} | CPU ms deze build | verhouding |`,
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...metingen.map(rij),
    '',
    ...metingen.map(
      ({ soort, meting, nieuw, oud }) => `- ${soort} ${meting}: ${parts('oud', oud)}; ${parts('nieuw', nieuw)}`,
    ),
  ].join('\n');
}

function parts(naam, rondes) {
  if (rondes[0].cpu === null) return naam;
  const delen = Object.keys(rondes[0].cpu).map(
    (deel) => `${deel} ${getal(median(rondes.map(({ cpu }) => cpu[deel])), 2)}`,
  );
  return `${naam} ${delen.join(', ')}`;
}

function median(getallen) {
  return percentile(getallen, 50);
}
