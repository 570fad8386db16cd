import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toEqual({
      kind: 'ok',
      config: {
        host: '127.0.0.1',
        port: 8080,
        dataDir: resolve('data'),
        databaseUrl: null,
        redisUrl: null,
        amqpUrl: null,
        brokerRedisUrl: null,
        kanaalMap: null,
        bewaartermijnen: { berichten: 7, dossier: 7, declaraties: 7, werk: 7, tellingen: 10, inzage: 7 },
        webhookPrive: false,
        mail: null,
        pageUrl: null,
        queuePrefix: '{ijw}',
        dataSleutel: null,
        logLevel: 'info',
        beheerderSleutel: null,
        proxies: [],
        metricsPort: null,
        tls: null,
        fault: null,
        rol: 'all',
        regios: null,
      },
    });
  });

  it('takes what is set, and an empty variable for absent', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: '',
      REDIS_URL: 'rediss://h:1',
      LOG_LEVEL: 'debug',
      IJW_BEHEERDER_SLEUTEL: 'zestien-tekens-1',
      TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16,::1',
      METRICS_PORT: '9090',
    };
    const geladen = loadConfig(env, { regios: ['AA'] });
    expect(geladen.kind === 'ok' && geladen.config).toMatchObject({
      port: 0,
      host: '::1',
      databaseUrl: null,
      redisUrl: 'rediss://h:1',
      logLevel: 'debug',
      beheerderSleutel: 'zestien-tekens-1',
      proxies: ['10.0.0.5', '10.1.0.0/16', '::1'],
      metricsPort: 9090,
      regios: ['AA'],
    });
  });

  it('names every mistake at once, and repeats no secret', () => {
    const env = {
      PORT: '65536',
      HOST: 'a b',
      DATABASE_URL: 'mysql://root:geheim@db',
      REDIS_URL: 'http://geheim',
      QUEUE_PREFIX: 'a:b',
      LOG_LEVEL: 'luid',
      DATA_SLEUTEL: 'geheim',
      IJW_BEHEERDER_SLEUTEL: 'mijn-te-korte-k',
      METRICS_PORT: '-1',
      TRUSTED_PROXIES: 'loopback',
    };
    const geladen = loadConfig(env, { rol: 'koning', regios: ['A A'] });
    if (geladen.kind === 'ok') throw new Error('it was accepted');
    const namen = geladen.fouten.map((f) => f.split(' ')[0]);
    expect(namen.sort()).toEqual([...Object.keys(env), '--role', '--regio'].sort());
    expect(geladen.fouten.join()).not.toMatch(/geheim|te-korte/);
  });

  it('asks who sends the mail, and repeats no password of its server', () => {
    const geladen = loadConfig({ SMTP_URL: 'smtps://a:geheim@mail.voorbeeld.nl', PAGINA_URL: 'ijw.voorbeeld.nl' });
    if (geladen.kind === 'ok') throw new Error('it was accepted');
    expect(geladen.fouten.map((f) => f.split(' ')[0]).sort()).toEqual(['PAGINA_URL', 'SMTP_URL']);
    expect(geladen.fouten.join()).not.toContain('geheim');
    const env = { SMTP_URL: 'smtp://mail', MAIL_VAN: 'gateway@voorbeeld.nl', PAGINA_URL: 'https://ijw.voorbeeld.nl/' };
    const heel = loadConfig(env);
    expect(heel.kind === 'ok' && heel.config).toMatchObject({
      mail: { url: 'smtp://mail', from: 'gateway@voorbeeld.nl' },
      pageUrl: 'https://ijw.voorbeeld.nl',
    });
  });

  it.each(['-1', '1.5', '080', 'tachtig', '99999'])('refuses port %s', (PORT) => {
    expect(loadConfig({ PORT }).kind).toBe('invalid');
  });

  it.each([
    ['redis://r', 'redis://partij@R:6379/3', true],
    ['redis://:geheim@r:7000', 'rediss://r:7000', true],
    ['redis://r', 'redis://r:7000', false],
    ['unix:///run/redis.sock', 'redis://r', false],
  ])('keeps the broker apart from its own Redis: %s and %s', (REDIS_URL, BROKER_REDIS_URL, same) => {
    const geladen = loadConfig({ REDIS_URL, BROKER_REDIS_URL });
    expect(geladen.kind === 'invalid' && geladen.fouten.map((f) => f.split(' ')[0])).toEqual(
      same && ['BROKER_REDIS_URL'],
    );
  });

  it('runs no other role than all on stores of its own', () => {
    for (const rol of ['api', 'worker', 'delivery']) {
      const zonder = loadConfig({}, { rol });
      expect(zonder.kind === 'invalid' && zonder.fouten.map((f) => f.match(/DATABASE_URL|REDIS_URL/)?.[0])).toEqual([
        'DATABASE_URL',
        'REDIS_URL',
      ]);
      const met = loadConfig({ DATABASE_URL: 'postgres://x', REDIS_URL: 'redis://x' }, { rol });
      expect(met.kind === 'ok' && met.config.rol).toBe(rol);
    }
  });

  it('wants a hash tag in the prefix of a Redis Cluster, and takes its other forms', () => {
    const REDIS_URL = 'redis+cluster://een:6379,twee:6379';
    expect(loadConfig({ REDIS_URL }).kind).toBe('ok');
    expect(loadConfig({ REDIS_URL: 'redis+sentinel://:geheim@een:26379,twee:26379/ijw' }).kind).toBe('ok');
    const geladen = loadConfig({ REDIS_URL, QUEUE_PREFIX: 'ijw' });
    expect(geladen.kind === 'invalid' && geladen.fouten).toEqual([expect.stringContaining('accolades')]);
  });
});
