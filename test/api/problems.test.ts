import { describe, expect, it } from 'vitest';
import { probleem, probleemCodes } from '../../src/api/problems.ts';
import { Opstelling } from './opstelling.ts';

describe('problems', () => {
  it('have a stable type, a code and a Dutch detail, one status each', () => {
    for (const code of probleemCodes()) {
      const { status, headers, body } = probleem(code);
      expect(headers?.['content-type']).toBe('application/problem+json');
      expect(body).toMatchObject({ type: `urn:ijw-gateway:probleem:${code}`, code, status });
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it('stand for paths and methods that do not exist', async () => {
    const o = await Opstelling.maak();
    for (const [method, url] of [
      ['GET', '/nergens'],
      ['DELETE', '/api/v1/berichten'],
      ['GET', '/api/v2/berichten'],
    ] as const)
      expect((await o.vraag('beheerder', method, url)).json()).toMatchObject({ status: 404, code: 'niet-gevonden' });
  });

  it('say nothing of what broke, and the log nothing of persons', async () => {
    const o = await Opstelling.maak();
    o.gateway.storing = new Error('value "999990019" of Jansen (bsn)=(999990019) 999990019');
    const antwoord = await o.vraag('beheerder', 'GET', '/api/v1/berichten/999990019');
    expect(antwoord.json()).toMatchObject({ status: 500, code: 'fout' });
    expect(antwoord.payload + o.log.join()).not.toContain('999990019');
    expect(o.log.join()).toContain('verzoek mislukt');
    expect(o.log.join()).not.toContain(o.sleutels.beheerder);
  });
});
