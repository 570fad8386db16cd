import { writeFileSync } from 'node:fs';
import { Client } from '../../../bench/http.mjs';
import { playMonth } from './month.mjs';
import { ownMonth } from './own-month.mjs';

const say = (text) => process.stdout.write(`${text}\n`);

/** Fills a gateway, tells what was done and how to sign in. Gives the exit code. */
export async function demo({ count, seed, stop, json }) {
  const { IJW_URL: url, IJW_SLEUTEL: sleutel } = process.env;
  const about = { count, seed, json };
  if (url !== undefined && url !== '') return fillRunning(url.replace(/\/$/, ''), sleutel ?? '', about);
  say('Een eigen gateway start; zijn klok loopt de afgelopen maand door …');
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
  const { gateway, month } = await ownMonth({ count, seed, say, stopped });
  try {
    if (month === null) return 130;
    tell(gateway.url, month, json);
    if (stop) return 0;
    say('\nCtrl-C stopt hem en ruimt alles op.');
    await stopped;
    return 0;
  } finally {
    await gateway.stop();
  }
}

async function fillRunning(url, sleutel, { count, seed, json }) {
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
    tell(url, await playMonth({ admin, seed, count, say }), json);
    return 0;
  } finally {
    admin.close();
  }
}

function tell(url, { sent, collected, decided, granted, statuses, keys }, json) {
  if (json !== undefined) writeFileSync(json, JSON.stringify({ url, keys }), { mode: 0o600 });
  const each = [...statuses].map(([status, n]) => `${n} ${status}`).join(', ');
  say(`\n${sent} berichten ingestuurd: ${each}.`);
  say(`${collected} antwoorden opgehaald en bevestigd, ${decided} besluiten in de werkbak, ${granted} keer maatwerk.`);
  say(`\nMeld u aan op ${url}/aanmelden met een van deze sleutels:`);
  for (const { rol, partij, naam, sleutel } of keys) {
    say(`  ${rol.padEnd(10)} ${[partij, naam].filter(Boolean).join(' ').padEnd(50)} ${sleutel}`);
  }
}
