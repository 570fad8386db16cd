import { describe, expect, it } from 'vitest';
import { fastifyLogger } from '../../src/log/fastify-logger.ts';
import { foutVelden } from '../../src/log/fout.ts';
import type { Logger } from '../../src/log/logger.ts';
import type { Velden } from '../../src/log/velden.ts';

describe('errors in the log', () => {
  it('keep what kind and where, and lose the values', () => {
    const fout = Object.assign(new TypeError('Key (bsn)=(999990019) of "Jansen" and \'Piet\' 20100505 failed'), {
      code: '23505',
    });
    const velden = foutVelden(fout);
    expect(velden).toMatchObject({ fout: 'TypeError', code: '23505' });
    expect(JSON.stringify(velden)).not.toMatch(/999990019|Jansen|Piet|20100505/);
    expect(velden.stapel).not.toEqual([]);
    expect(foutVelden('tekst met 999990019')).toEqual({ fout: 'string' });
  });
});

describe('the logger of fastify', () => {
  it('writes sentences and errors, and no request', () => {
    const regels: [string, string, Velden | undefined][] = [];
    const op = (niveau: string) => (zin: string, velden?: Velden) => regels.push([niveau, zin, velden]);
    const logger: Logger = { error: op('error'), warn: op('warn'), info: op('info'), debug: op('debug') };
    const kind = fastifyLogger(logger).child({});
    kind.info('Server listening');
    kind.warn({ req: { headers: { authorization: 'Bearer x' }, url: '/?bsn=1' } }, 'binnen');
    kind.error({ err: new Error('stuk') }, 'mislukt');
    kind.trace(new Error('los'));
    expect(regels.map(([niveau, zin]) => [niveau, zin])).toEqual([
      ['info', 'Server listening'],
      ['warn', 'binnen'],
      ['error', 'mislukt'],
      ['debug', 'fastify'],
    ]);
    expect(regels[1]?.[2]).toEqual({});
    expect(regels[2]?.[2]).toMatchObject({ tekst: 'stuk' });
  });
});
