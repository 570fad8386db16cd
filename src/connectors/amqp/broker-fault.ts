/** What is wrong with the broker or with our way to it, in a sentence for who can mend it; no secret is in it. */
export class BrokerFault extends Error {
  override readonly name = 'BrokerFault';
  /** For the metrics and the state of the way. */
  readonly code: string;

  constructor(code: string, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
  }
}

const WHEN_CONNECTING: readonly (readonly [RegExp, string, string])[] = [
  [
    /ACCESS.REFUSED/,
    'aanmelden',
    'De broker weigert de gebruiker of het wachtwoord van AMQP_URL. Controleer beide, en of de gebruiker bij de broker bestaat.',
  ],
  [
    /NOT.ALLOWED|ConnectionOpenOk/,
    'vhost',
    'De broker weigert de vhost van AMQP_URL. Controleer of hij bestaat en of de gebruiker er rechten op heeft.',
  ],
  [
    /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN/,
    'onbereikbaar',
    'De broker van AMQP_URL is niet te bereiken. Controleer het adres, de poort en of de broker draait.',
  ],
  [
    /CERT|certificate|SSL|TLS/i,
    'tls',
    'De beveiligde verbinding met de broker komt niet tot stand. Controleer het certificaat van de broker en of AMQP_URL met amqps:// moet beginnen.',
  ],
];

/** What a failed attempt to connect means. */
export function connectFault(fout: unknown): BrokerFault {
  if (fout instanceof BrokerFault) return fout;
  const text = textOf(fout);
  const [, code, sentence] = WHEN_CONNECTING.find(([pattern]) => pattern.test(text)) ?? [
    undefined,
    'verbinding',
    'De verbinding met de broker is verbroken of kwam niet tot stand. De gateway probeert het steeds opnieuw.',
  ];
  return new BrokerFault(code, sentence, fout);
}

/** What it means that the broker refused to declare something. */
export function declareFault(what: string, fout: unknown): BrokerFault {
  const text = textOf(fout);
  if (/ACCESS.REFUSED/.test(text)) {
    return new BrokerFault(
      'rechten',
      `De gebruiker van AMQP_URL mag ${what} niet aanmaken. Geef hem bij de broker rechten op alles wat met ijw begint (deploy/rabbitmq/definitions.json).`,
      fout,
    );
  }
  if (/PRECONDITION.FAILED/.test(text)) {
    const how = difference(text);
    return new BrokerFault(
      'topologie',
      `Bij de broker bestaat ${what} al, maar anders dan de gateway hem nodig heeft${how}. Verwijder hem daar als er niets meer in staat, of geef de gateway een eigen vhost in AMQP_URL.`,
      fout,
    );
  }
  return connectFault(fout);
}

/** The broker has something otherwise: not that it cannot be reached. */
export function isOwnFault(fout: unknown): fout is BrokerFault {
  return fout instanceof BrokerFault && (fout.code === 'topologie' || fout.code === 'rechten');
}

/** RabbitMQ's own words: `inequivalent arg 'type' for …: received 'topic' but current is 'direct'`. */
function difference(text: string): string {
  const [, told = ''] = text.split("inequivalent arg '", 2);
  const [arg = ''] = told.split("'", 1);
  const [, values = ''] = told.split(' received ', 2);
  const [needed = '', found = ''] = values.split(' but current is ', 2);
  return arg === '' ? '' : ` (${arg}: nodig is ${plain(needed)}, bij de broker staat ${plain(found)})`;
}

function plain(value: string): string {
  const [text = ''] = value.replace('the value ', '').split(/ of type |"/, 1);
  return text.replaceAll("'", '');
}

function textOf(fout: unknown): string {
  if (!(fout instanceof Error)) return String(fout);
  const code = 'code' in fout ? String(fout.code) : '';
  // Of a host with several addresses each has its own error.
  const parts = fout instanceof AggregateError ? fout.errors.map(textOf) : [];
  return [fout.message, code, ...parts].join(' ');
}
