import { Client } from '../../../bench/http.mjs';
import { playMonth } from './month.mjs';
import { ownGateway } from './own-gateway.mjs';

const say = (text) => process.stdout.write(`${text}\n`);
const MONTH_MS = 31 * 24 * 3_600_000;

/** Fills a gateway, tells what was done and how to sign in. Gives the exit code. */
export async function demo({ count, seed, stop }) {
  const { IJW_URL: url, IJW_SLEUTEL: sleutel } = process.env;
  if (url !== undefined && url !== '') return fillRunning(url.replace(/\/$/, ''), sleutel ?? '', { count, seed });
  say('Een eigen gateway start; zijn klok loopt de afgelopen maand door …');
  const gateway = await ownGateway(new Date(Date.now() - MONTH_MS));
  let ended = false;
  const end = async () => {
    if (!ended) {
      ended = true;
      await gateway.stop();
    }
  };
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
  try {
    const month = await Promise.race([
      playMonth({ admin: gateway.admin, clock: gateway, seed, count, say }),
      stopped.then(() => null),
    ]);
    if (month === null) return 130;
    tell(gateway.url, month);
    if (!stop) {
      say('\nCtrl-C stopt hem en ruimt alles op.');
      await stopped;
    }
    return 0;
  } finally {
    await end();
  }
}

async function fillRunning(url, sleutel, { count, seed }) {
  const admin = new Client(url, sleutel);
  try {
    const seen = await admin.call('GET', '/api/v1/sleutels', {}).catch(() => ({ status: 0 }));
    if (seen.status !== 200) {
      process.stderr.write(
        seen.status === 0
          ? `Op ${url} antwoordt niemand. Start de gateway, of laat IJW_URL weg voor een eigen.\n`
          : 'IJW_SLEUTEL is geen geldige sleutel van een beheerder.\n',
      );
      return 2;
    }
    say(`${url} wordt gevuld; alles komt nu binnen, met de datums van de afgelopen maand …`);
    tell(url, await playMonth({ admin, seed, count, say }));
    return 0;
  } finally {
    admin.close();
  }
}

function tell(url, { sent, collected, decided, granted, statuses, keys }) {
  const each = [...statuses].map(([status, n]) => `${n} ${status}`).join(', ');
  say(`\n${sent} berichten ingestuurd: ${each}.`);
  say(`${collected} antwoorden opgehaald en bevestigd, ${decided} besluiten in de werkbak, ${granted} keer maatwerk.`);
  say(`\nMeld u aan op ${url}/aanmelden met een van deze sleutels:`);
  for (const { rol, partij, naam, sleutel } of keys) {
    say(`  ${rol.padEnd(10)} ${[partij, naam].filter(Boolean).join(' ').padEnd(50)} ${sleutel}`);
  }
}
