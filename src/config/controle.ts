import { Ajv } from 'ajv';
import { FAULT_POINTS } from '../faults/points.ts';
import { LOG_LEVELS, type Opties, PROCESS_ROLLEN } from './keuzes.ts';

const POORT = '^(0|[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$';

const PAD = '^[^\\u0000]+$';

/** The variables with their form, and the Dutch sentence for one that has another form. */
const VARIABELEN: Readonly<Record<string, { readonly patroon: string; readonly zin: string }>> = {
  HOST: { patroon: '^[A-Za-z0-9.:_-]+$', zin: 'HOST moet een hostnaam of IP-adres zijn, bijvoorbeeld 127.0.0.1.' },
  PORT: { patroon: POORT, zin: 'PORT moet een geheel getal van 0 tot en met 65535 zijn.' },
  METRICS_PORT: { patroon: POORT, zin: 'METRICS_PORT moet een geheel getal van 0 tot en met 65535 zijn.' },
  TRUSTED_PROXIES: {
    patroon: '^ *[0-9A-Fa-f.:]+(/[0-9]{1,3})?( *, *[0-9A-Fa-f.:]+(/[0-9]{1,3})?)* *$',
    zin: 'TRUSTED_PROXIES moet een lijst van IP-adressen of netwerken zijn, gescheiden door komma’s, bijvoorbeeld 10.0.0.5,10.1.0.0/16.',
  },
  TLS_CERT: { patroon: PAD, zin: 'TLS_CERT moet het pad van een PEM-bestand met het certificaat van de gateway zijn.' },
  TLS_KEY: { patroon: PAD, zin: 'TLS_KEY moet het pad van een PEM-bestand met de sleutel van dat certificaat zijn.' },
  TLS_CA: {
    patroon: PAD,
    zin: 'TLS_CA moet het pad van een PEM-bestand zijn met wie de certificaten van partijen uitgeeft.',
  },
  DATA_DIR: { patroon: '^[^\\u0000]+$', zin: 'DATA_DIR moet het pad van een map zijn.' },
  DATABASE_URL: {
    patroon: '^postgres(ql)?://.+',
    zin: 'DATABASE_URL moet met postgres:// of postgresql:// beginnen; laat hem weg voor de ingebouwde database.',
  },
  REDIS_URL: {
    patroon: '^((rediss?|unix|redis[+](sentinel|cluster))://.+|/.+)',
    zin: 'REDIS_URL moet met redis://, rediss://, unix://, redis+sentinel:// of redis+cluster:// beginnen; laat hem weg voor een eigen redis-server.',
  },
  AMQP_URL: {
    patroon: '^amqps?://.+',
    zin: 'AMQP_URL moet met amqp:// of amqps:// beginnen; laat hem weg zonder broker.',
  },
  BROKER_REDIS_URL: {
    patroon: '^rediss?://.+',
    zin: 'BROKER_REDIS_URL moet met redis:// of rediss:// beginnen, en een andere Redis zijn dan REDIS_URL; laat hem weg zonder BullMQ als broker.',
  },
  KANAAL_MAP: { patroon: '^[^\\u0000]+$', zin: 'KANAAL_MAP moet het pad van een map zijn.' },
  BEWAARTERMIJNEN: {
    patroon: PAD,
    zin: 'BEWAARTERMIJNEN moet het pad zijn van een JSON-bestand met bewaartermijnen in jaren.',
  },
  WEBHOOK_PRIVE: { patroon: '^(ja|nee)$', zin: 'WEBHOOK_PRIVE moet ja of nee zijn.' },
  SMTP_URL: {
    patroon: '^smtps?://.+',
    zin: 'SMTP_URL moet met smtp:// of smtps:// beginnen, bijvoorbeeld smtps://naam:wachtwoord@mail.voorbeeld.nl; laat hem weg om geen mail te sturen.',
  },
  MAIL_VAN: {
    patroon: '^[^\\u0000-\\u001f]*[^@\\s]+@[^@\\s]+$',
    zin: 'MAIL_VAN moet het mailadres zijn waarvan de gateway stuurt, bijvoorbeeld gateway@voorbeeld.nl.',
  },
  PAGINA_URL: {
    patroon: '^https?://[^/?#\\s]+/?$',
    zin: 'PAGINA_URL moet het adres zijn waarop mensen de pagina’s openen, zonder pad, bijvoorbeeld https://ijw.voorbeeld.nl.',
  },
  QUEUE_PREFIX: {
    patroon: '^[A-Za-z0-9_{}.-]{1,64}$',
    zin: 'QUEUE_PREFIX mag alleen letters, cijfers, accolades en . _ - bevatten (ten hoogste 64 tekens).',
  },
  DATA_SLEUTEL: {
    patroon: '^[\\s\\S]{8,}$',
    zin: 'DATA_SLEUTEL moet ten minste 8 tekens lang zijn; voor een nieuwe database 32 of meer, willekeurig gekozen.',
  },
  LOG_LEVEL: { patroon: `^(${LOG_LEVELS.join('|')})$`, zin: `LOG_LEVEL moet een van ${LOG_LEVELS.join(', ')} zijn.` },
  IJW_FAULT: {
    patroon: `^(${FAULT_POINTS.map((naam) => naam.replaceAll('.', '\\.')).join('|')})(:[1-9][0-9]{0,5})?(:sein)?$`,
    zin: 'IJW_FAULT is er alleen voor de proeven met een gedood proces (docs/betrouwbaarheid.md): laat hem weg.',
  },
  IJW_BEHEERDER_SLEUTEL: {
    patroon: '^[!-~]{16,}$',
    zin: 'IJW_BEHEERDER_SLEUTEL moet ten minste 16 tekens lang zijn en mag alleen zichtbare ASCII-tekens zonder spaties bevatten.',
  },
};

const SCHEMA = {
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(VARIABELEN).map(([naam, { patroon }]) => [naam, { type: 'string', pattern: patroon }]),
  ),
};

const toets = new Ajv({ allErrors: true }).compile(SCHEMA);

/** A sentence for each variable that is set to something it cannot be; never with its value. */
export function configFouten(env: Readonly<Record<string, string>>): string[] {
  if (toets(env)) return [];
  const namen = new Set((toets.errors ?? []).map((f) => f.instancePath.slice(1)));
  return [...namen].map((naam) => VARIABELEN[naam]?.zin ?? `${naam} is onjuist.`);
}

/** Parties may write at the broker, and nobody but the gateway in its own Redis. */
export function brokerFouten({ REDIS_URL, BROKER_REDIS_URL }: Readonly<Record<string, string>>): string[] {
  const adres = (url: string | undefined) => {
    if (url === undefined || !URL.canParse(url)) return null;
    const { hostname, port } = new URL(url);
    return hostname === '' ? null : `${hostname.toLowerCase()}:${port === '' ? 6379 : port}`;
  };
  const eigen = adres(REDIS_URL);
  return eigen !== null && eigen === adres(BROKER_REDIS_URL)
    ? [
        'BROKER_REDIS_URL en REDIS_URL wijzen naar dezelfde Redis. Geef de broker een eigen Redis: partijen mogen niet bij de wachtrijen van de gateway kunnen.',
      ]
    : [];
}

/** Keys of one queue lie on one node of a cluster only when the prefix says so. */
export function clusterFouten({ REDIS_URL, QUEUE_PREFIX }: Readonly<Record<string, string>>): string[] {
  const verdeeld = REDIS_URL?.startsWith('redis+cluster:') === true && QUEUE_PREFIX !== undefined;
  return verdeeld && !/\{[^{}]+\}/.test(QUEUE_PREFIX)
    ? [
        'QUEUE_PREFIX moet in een Redis Cluster een deel tussen accolades hebben, bijvoorbeeld {ijw}: dan liggen de sleutels van een wachtrij op één knooppunt.',
      ]
    : [];
}

/** Mail has a sender, and who reads it is told where to look. */
export function mailFouten({ SMTP_URL, MAIL_VAN }: Readonly<Record<string, string>>): string[] {
  return SMTP_URL !== undefined && MAIL_VAN === undefined
    ? ['SMTP_URL is gezet zonder MAIL_VAN. Zet MAIL_VAN op het mailadres waarvan de gateway stuurt.']
    : [];
}

/** What the command line asks for, and whether the environment allows it: only role `all` may run on embedded stores. */
export function rolFouten(opties: Opties, env: Readonly<Record<string, string>>): string[] {
  const fouten: string[] = [];
  const { rol = 'all', regios } = opties;
  if (!PROCESS_ROLLEN.some((r) => r === rol)) fouten.push(`--role moet een van ${PROCESS_ROLLEN.join(', ')} zijn.`);
  else if (rol !== 'all') {
    if (env.DATABASE_URL === undefined)
      fouten.push(`De rol ${rol} heeft een PostgreSQL-database nodig: zet DATABASE_URL.`);
    if (env.REDIS_URL === undefined) fouten.push(`De rol ${rol} heeft een gedeelde Redis nodig: zet REDIS_URL.`);
  }
  if (regios !== undefined && (regios.length === 0 || regios.some((r) => !/^[A-Za-z0-9_-]{1,20}$/.test(r))))
    fouten.push('--regio moet een lijst van regiocodes zijn, gescheiden door komma’s, bijvoorbeeld AA,ZAWA.');
  return fouten;
}
