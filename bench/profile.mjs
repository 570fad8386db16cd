import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a stack frame works on, by where its code stands; the innermost frame that is known decides (WebAssembly: its caller). */
const DELEN = [
  ['XSD en wellformedness (libxml2)', /libxml2|\/src\/xml\/(gate|libxml|xsd|file-checks|structure|readable|root|scan)/],
  ['lezen (fast-xml-parser)', /fast-xml-parser|path-expression-matcher|@nodable|\/src\/xml\/(read|tree|references)/],
  ['schrijven (xmlbuilder2)', /xmlbuilder2|@oozcitak|\/src\/(xml\/write|replies)/],
  ['ajv', /\/ajv|\/src\/standard\/validate/],
  ['regels en oordeel', /\/src\/(rules|verdict|requests|agreements|signaalbudget|standard)\//],
  ['opslag (pg, Kysely, PGlite)', /\/pg[a-z-]*\/|\/pg\/|kysely|pglite|\/src\/store\//],
  ['wachtrij (BullMQ, ioredis)', /bullmq|ioredis|\/msgpackr\/|\/src\/queue\//],
  [
    'HTTP (fastify)',
    /fastify|find-my-way|light-my-request|avvio|helmet|secure-json|\/src\/(api|dashboard)\/|node:_http|node:http/,
  ],
  ['metingen en log', /prom-client|pino|\/src\/log\//],
  ['tussen de threads', /node:internal\/worker|\/src\/judging\/judge-(host|worker|thread|desk)/],
  ['pijplijn', /\/src\/(gateway|judging|lanes|services|assemble|cli)\//],
];
/** Made by V8 itself. */
const REST = 'Node en systeem';
const EIGEN = new Map([
  ['(garbage collector)', 'geheugen opruimen'],
  ['(program)', REST],
]);

/** Where the threads of a profiled gateway spent their time: `[{ thread, bezig, delen: [[naam, aandeel]] }]`, busy first. */
export function shares(map) {
  return readdirSync(map)
    .filter((naam) => naam.endsWith('.cpuprofile'))
    .map((naam) => thread(JSON.parse(readFileSync(join(map, naam), 'utf8'))))
    .sort((a, b) => b.bezig - a.bezig);
}

function thread({ nodes, samples, timeDeltas }) {
  const delen = new Map();
  const deelVan = parts(nodes);
  let bezig = 0;
  samples.forEach((id, i) => {
    const deel = deelVan.get(id);
    if (deel === null) return;
    const tijd = timeDeltas[i] / 1e6;
    bezig += tijd;
    delen.set(deel, (delen.get(deel) ?? 0) + tijd);
  });
  const aandelen = [...delen].map(([naam, tijd]) => [naam, tijd / bezig]).sort((a, b) => b[1] - a[1]);
  const heeft = (patroon) => nodes.some(({ callFrame }) => patroon.test(callFrame.url));
  const soort = heeft(/pglite-thread/) ? 'PGlite' : heeft(/judge-thread/) ? 'oordelen' : 'hoofd';
  return { thread: soort, bezig, delen: aandelen };
}

/** The part that each node of the call tree works on; null for one that waits. */
function parts(nodes) {
  const ouder = new Map(nodes.flatMap(({ id, children = [] }) => children.map((kind) => [kind, id])));
  const deelVan = new Map();
  // A parent stands before its children, so its part is known.
  for (const { id, callFrame } of nodes) {
    const { functionName, url } = callFrame;
    const eigen = DELEN.find(([, patroon]) => patroon.test(url))?.[0];
    const geerfd = deelVan.get(ouder.get(id)) ?? REST;
    deelVan.set(id, functionName === '(idle)' ? null : (EIGEN.get(functionName) ?? eigen ?? geerfd));
  }
  return deelVan;
}
